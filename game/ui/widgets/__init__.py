"""One widget for each visible part of a screen."""
