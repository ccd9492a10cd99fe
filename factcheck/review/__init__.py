"""What both front ends of the review share, free of any screen: keys, labels, corrections, the queue."""
