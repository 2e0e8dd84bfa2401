"""What authors write: the file format, its loader, its check, and the names of delegates."""
