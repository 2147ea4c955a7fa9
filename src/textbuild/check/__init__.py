"""Rules over linked values: what is wrong in a library, where, and how to mend it."""
