"""One game in progress: orders in, views out, minutes kept."""
