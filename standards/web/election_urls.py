"""Addresses of councils' opinions and elections."""

from django.urls import path

from standards.web import councils, elections, voting

_ELECTION = "wybory/<slug:slug>/"
_COUNCIL = "grupy/<slug:slug>/"

urlpatterns = [
    path(f"{_COUNCIL}opinie/", councils.opinions, name="opinions"),
    path(f"{_COUNCIL}opinie/nowa/", councils.new_opinion, name="new_opinion"),
    path(f"{_COUNCIL}opinie/<int:key>/", councils.opinion, name="opinion"),
    path(f"{_COUNCIL}opinie/<int:key>/plik/", councils.opinion_file, name="opinion_file"),
    path(f"{_COUNCIL}wybory/nowe/", elections.create, name="create_election"),
    path(_ELECTION, elections.election, name="election"),
    path(f"{_ELECTION}ustawienia/", elections.edit, name="edit_election"),
    path(f"{_ELECTION}oglos/", elections.announce, name="announce_election"),
    path(f"{_ELECTION}odwolaj/", elections.cancel, name="cancel_election"),
    path(f"{_ELECTION}zglos/", elections.propose, name="propose"),
    path(f"{_ELECTION}kandydaci/<int:key>/", elections.check, name="check_candidate"),
    path(f"{_ELECTION}kandydaci/<int:key>/zgoda/", elections.consent, name="consent"),
    path(f"{_ELECTION}kandydaci/<int:key>/plik/", elections.consent_file, name="consent_file"),
    path(f"{_ELECTION}upowaznienie/", elections.mandate, name="mandate"),
    path(f"{_ELECTION}glosuj/", voting.vote, name="cast"),
    path(f"{_ELECTION}sprawdz/", voting.check_receipt, name="check_receipt"),
    path(f"{_ELECTION}skarga/", elections.complain, name="complain"),
    path(f"{_ELECTION}skargi/<int:key>/", elections.decide_complaint, name="decide_complaint"),
    path(f"{_ELECTION}losowanie/", elections.draw_lots, name="draw_lots"),
    path(f"{_ELECTION}protokol.<str:format>", elections.protocol_file, name="protocol"),
]
