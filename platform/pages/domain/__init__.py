"""What may happen to news, calls and letters of readers."""
