"""The portal's face: base pages, components, home page and static pages."""
