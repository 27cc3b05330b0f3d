"""Print: Typst and the joining of its PDF files, run in processes of their own.

Kept apart from the writers so that such a process imports nothing but what it runs.
"""
