"""What authors write: the file format, its loader, its check, and the names of delegates."""

DEFAULT_SCENARIO = "july-1964"
