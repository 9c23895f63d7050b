"""Working time: the days and hours at which each country's offices are open, and those two countries share."""
