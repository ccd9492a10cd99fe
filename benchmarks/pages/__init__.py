"""News pages with their true bodies: how to read them, flatten them and weigh what tells a story from its page."""
