"""SAML 2.0 as the portal wants it, on top of allauth's."""
