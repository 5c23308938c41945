"""Terms and events: what is read of them, and the entries of data that they become."""
