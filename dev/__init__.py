"""Scripts that start the portal on a bare machine.

They use Python's standard library only, because they run before the virtual environment exists.
"""
