"""The review in lines: the queue, keys and labels of the desk wherever lines can be read and written."""
