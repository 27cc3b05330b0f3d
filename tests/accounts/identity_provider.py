"""A small SAML 2.0 identity provider over HTTP that really signs, for tests of sign-in.

It is written with another library (signxml) than the portal checks with (xmlsec), so that
two independent readings of XML Signature meet.
"""

from __future__ import annotations

import base64
import html
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import uuid4

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID
from lxml import etree
from signxml import XMLSigner, methods

SAML = "urn:oasis:names:tc:SAML:2.0:assertion"
SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol"
PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
GIVEN = "http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName"
FAMILY = "http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName"
PERSON = "http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier"
EMAIL = "urn:oid:0.9.2342.19200300.100.1.3"


@dataclass(frozen=True)
class Keys:
    """A private key and its certificate."""

    key: rsa.RSAPrivateKey
    certificate: str

    @classmethod
    def make(cls) -> Keys:
        """A new pair; half a second of work."""
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "probny.login.gov.pl")])
        now = datetime.now(UTC)
        made = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=30))
            .sign(key, hashes.SHA256())
        )
        return cls(key, made.public_bytes(serialization.Encoding.PEM).decode())

    @property
    def pem(self) -> str:
        """The private key as text."""
        return self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ).decode()


@dataclass(frozen=True)
class Request:
    """What an AuthnRequest says."""

    id: str
    acs_url: str
    audience: str
    is_signed: bool = False


@dataclass(frozen=True)
class Mischief:
    """How an answer differs from an honest one."""

    assertion_key: Keys | None = None
    signs_assertion: bool = True
    signs_response: bool = True
    audience: str = ""
    in_response_to: str | None = None
    destination: str = ""
    age: timedelta = timedelta(0)
    changes_name: bool = False
    issuer: str = ""


@dataclass
class IdentityProvider:
    """Answers every request for ``person``, as a person who has just proved who they are."""

    keys: Keys
    entity_id: str = "https://probny.login.gov.pl/idp"
    url: str = "https://probny.login.gov.pl/sso"
    person: dict[str, str] = field(
        default_factory=lambda: {PERSON: "85010112345", GIVEN: "Jadwiga", FAMILY: "Śląska"}
    )

    def read(self, redirect: str) -> Request:
        """The request behind the address to which the portal sends the browser."""
        query = parse_qs(urlsplit(redirect).query)
        packed = base64.b64decode(query["SAMLRequest"][0])
        root = etree.fromstring(zlib.decompress(packed, -15))
        return Request(
            id=root.get("ID", ""),
            acs_url=root.get("AssertionConsumerServiceURL", ""),
            audience=root.findtext(f"{{{SAML}}}Issuer", ""),
            is_signed="Signature" in query,
        )

    def answer(self, request: Request, mischief: Mischief | None = None) -> str:
        """The ``SAMLResponse`` of the form that the browser posts."""
        trick = mischief or Mischief()
        assertion = self._assertion(request, trick)
        if trick.signs_assertion:
            assertion = _signed(assertion, trick.assertion_key or self.keys)
        if trick.changes_name:
            for value in assertion.iter(f"{{{SAML}}}AttributeValue"):
                value.text = "Ktoś Inny"
        response = self._response(request, trick)
        response.append(assertion)
        if trick.signs_response:
            response = _signed(response, trick.assertion_key or self.keys)
        return base64.b64encode(etree.tostring(response)).decode()

    def logout_request(self, sls_url: str, *, keys: Keys | None = None) -> str:
        """The address by which this provider ends the session, signed as the binding wants."""
        xml = (
            f'<samlp:LogoutRequest xmlns:samlp="{SAMLP}" xmlns:saml="{SAML}" ID="_{uuid4().hex}" '
            f'Version="2.0" IssueInstant="{_time(datetime.now(UTC))}" Destination="{sls_url}">'
            f"<saml:Issuer>{self.entity_id}</saml:Issuer>"
            f'<saml:NameID Format="{PERSISTENT}">osoba</saml:NameID></samlp:LogoutRequest>'
        )
        packer = zlib.compressobj(wbits=-15)
        packed = packer.compress(xml.encode()) + packer.flush()
        query = urlencode({"SAMLRequest": base64.b64encode(packed).decode(), "SigAlg": RSA_SHA256})
        signer = (keys or self.keys).key
        signature = signer.sign(query.encode(), padding.PKCS1v15(), hashes.SHA256())
        signed = urlencode({"Signature": base64.b64encode(signature).decode()})
        return f"{sls_url}?{query}&{signed}"

    def _assertion(self, request: Request, trick: Mischief) -> Any:
        now = datetime.now(UTC) - trick.age
        until = _time(now + timedelta(minutes=5))
        in_response_to = request.id if trick.in_response_to is None else trick.in_response_to
        attributes = "".join(
            f'<saml:Attribute Name="{name}" '
            'NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">'
            f"<saml:AttributeValue>{html.escape(value)}</saml:AttributeValue></saml:Attribute>"
            for name, value in self.person.items()
        )
        return etree.fromstring(
            f'<saml:Assertion xmlns:saml="{SAML}" ID="_{uuid4().hex}" Version="2.0" '
            f'IssueInstant="{_time(now)}"><saml:Issuer>{trick.issuer or self.entity_id}'
            "</saml:Issuer>"
            f'<saml:Subject><saml:NameID Format="{PERSISTENT}">osoba</saml:NameID>'
            '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">'
            f'<saml:SubjectConfirmationData InResponseTo="{in_response_to}" '
            f'NotOnOrAfter="{until}" Recipient="{trick.destination or request.acs_url}"/>'
            "</saml:SubjectConfirmation></saml:Subject>"
            f'<saml:Conditions NotBefore="{_time(now - timedelta(minutes=1))}" '
            f'NotOnOrAfter="{until}"><saml:AudienceRestriction><saml:Audience>'
            f"{trick.audience or request.audience}</saml:Audience></saml:AudienceRestriction>"
            f'</saml:Conditions><saml:AuthnStatement AuthnInstant="{_time(now)}" '
            f'SessionIndex="_{uuid4().hex}"><saml:AuthnContext><saml:AuthnContextClassRef>'
            "http://eidas.europa.eu/LoA/substantial</saml:AuthnContextClassRef>"
            "</saml:AuthnContext></saml:AuthnStatement>"
            f"<saml:AttributeStatement>{attributes}</saml:AttributeStatement></saml:Assertion>"
        )

    def _response(self, request: Request, trick: Mischief) -> Any:
        in_response_to = request.id if trick.in_response_to is None else trick.in_response_to
        return etree.fromstring(
            f'<samlp:Response xmlns:samlp="{SAMLP}" xmlns:saml="{SAML}" ID="_{uuid4().hex}" '
            f'Version="2.0" IssueInstant="{_time(datetime.now(UTC))}" '
            f'Destination="{trick.destination or request.acs_url}" '
            f'InResponseTo="{in_response_to}"><saml:Issuer>{trick.issuer or self.entity_id}'
            "</saml:Issuer><samlp:Status><samlp:StatusCode "
            'Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:Response>'
        )


def _signed(element: Any, keys: Keys) -> Any:
    """The element with an enveloped signature right after its issuer, as the schema wants."""
    namespace = {"ds": "http://www.w3.org/2000/09/xmldsig#"}
    place = etree.Element("{http://www.w3.org/2000/09/xmldsig#}Signature", nsmap=namespace)
    place.set("Id", "placeholder")
    element.find(f"{{{SAML}}}Issuer").addnext(place)
    signer = XMLSigner(
        method=methods.enveloped, c14n_algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"
    )
    return signer.sign(
        element, key=keys.key, cert=keys.certificate, reference_uri=element.get("ID")
    )


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def served(provider: IdentityProvider) -> Iterator[IdentityProvider]:
    """The provider on a port of its own, with a page on which a person says who they are."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if "SAMLRequest" not in self.path:  # the browser's own wish for an icon
                self.send_error(404)
                return
            request = provider.read(self.path)
            page = (
                '<!doctype html><html lang="pl"><title>Próbny węzeł</title><h1>Próbny węzeł</h1>'
                f'<form method="post" action="{html.escape(request.acs_url)}">'
                f'<input type="hidden" name="SAMLResponse" value="{provider.answer(request)}">'
                "<button>Potwierdzam, że to ja</button></form>"
            )
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *args: Any) -> None:
            """Tests are quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    # Another site than the portal at 127.0.0.1, as browsers judge cookies.
    address = f"http://localhost:{server.server_port}"
    try:
        yield replace(provider, url=f"{address}/sso")
    finally:
        server.shutdown()
        server.server_close()
