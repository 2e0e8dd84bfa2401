"""Explorer: many games at once, compared on the same draws, and the three kinds of power."""
