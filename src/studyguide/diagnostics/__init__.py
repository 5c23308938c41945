"""What is wrong, where it stands and how to mend it: locations, rules, reports, and text that knows its places."""
