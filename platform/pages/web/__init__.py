"""Views of what people publish and send."""
