"""Tests of the guide in other environments than the locked one."""
