"""What the portal hands to programs: the public API, open data files, sitemap and social cards.

Knows no activity: activities register routers, datasets and sitemaps in their ``ready``.
"""
