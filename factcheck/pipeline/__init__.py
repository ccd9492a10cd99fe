"""Where the pure rooms meet the stored one: read → extract → write, and labels back in."""
