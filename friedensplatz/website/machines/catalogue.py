# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The catalogue of the city's open data in DCAT-AP.de 3.0, as JSON-LD whose names all have prefixes."""

import datetime as dt

from django.conf import settings
from django.db.models import Max
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from friedensplatz.core.addresses import absolute
from friedensplatz.core.datasets import Dataset, datasets
from friedensplatz.core.languages import pick
from friedensplatz.core.linked import Node, known
from friedensplatz.core.templatetags.fp import dial
from friedensplatz.directory.hsds.documents import OPENAPI as HSDS_OPENAPI
from friedensplatz.directory.models import City
from friedensplatz.website.machines.downloads import FORMATS, formats_of
from friedensplatz.website.machines.licences import data_licence

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EU = "http://publications.europa.eu/resource/authority/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
GEOCODING = "http://dcat-ap.de/def/politicalGeocoding/"
EU_LANGUAGES = {
    "de": "DEU", "en": "ENG", "tr": "TUR", "uk": "UKR", "ar": "ARA", "pl": "POL", "ru": "RUS", "ro": "RON",
}  # fmt: skip
TAKEN_FROM = {
    "dcat:theme": ("skos:Concept", EU + "data-theme"),
    "dcatde:politicalGeocodingLevelURI": ("skos:Concept", GEOCODING + "Level"),
    "dct:accrualPeriodicity": ("dct:Frequency", EU + "frequency"),
    "dct:format": ("dct:MediaTypeOrExtent", EU + "file-type"),
    "dct:language": ("dct:LinguisticSystem", EU + "language"),
    "dct:license": ("dct:LicenseDocument", "http://dcat-ap.de/def/licenses"),
    "dct:spatial": ("dct:Location", ""),
    "dct:type": ("skos:Concept", "http://purl.org/adms/publishertype/1.0"),
    "dcat:mediaType": ("dct:MediaType", ""),
    "dcat:landingPage": ("foaf:Document", ""),
    "foaf:homepage": ("foaf:Document", ""),
    "dcat:accessURL": ("rdfs:Resource", ""),
    "dcat:downloadURL": ("rdfs:Resource", ""),
    "dcat:endpointURL": ("rdfs:Resource", ""),
    "dcat:endpointDescription": ("rdfs:Resource", ""),
}
"""What the values of a property are, and the vocabulary they come from."""
MUNICIPALITY_KEY = 8
"""Digits of a municipality's key (AGS); a longer one is the regional key (ARS)."""
TOLD_IN = ("de", "en")
"""The languages of titles and descriptions."""
HSDS_DATASETS = ("offices", "duties", "organisations", "topics", "audiences")
CATALOGUE, PUBLISHER, CONTACT = "/catalog.ttl#catalogue", "/catalog.ttl#publisher", "/catalog.ttl#contact"
GEOREPORT = "http://wiki.open311.org/GeoReport_v2"
API, HSDS, OPEN311 = "/catalog.ttl#api", "/catalog.ttl#hsds", "/catalog.ttl#open311"


def catalogue(city: City) -> Node:
    """Everything the city gives away, who gives it, and where programs ask for it."""
    every = list(datasets().values())
    nodes = [_catalogue(city, every), _publisher(city), _contact(city), *_services(every)]
    for dataset in every:
        nodes += [_dataset(dataset, city), *(_distribution(dataset, ending, city) for ending in formats_of(dataset))]
    return {"@context": PREFIXES, "@graph": [*nodes, *_values(nodes)]}


def name_of(city: City) -> str:
    """The municipality as it signs."""
    return city.full_name or pick(city.name, settings.LANGUAGE_CODE).text or "Friedensplatz"


def _catalogue(city: City, every: list[Dataset]) -> Node:
    return {
        "@id": absolute(CATALOGUE),
        "@type": "dcat:Catalog",
        "dct:title": _texts(_("Open data")),
        "dct:description": _texts(_("Who in the city helps with what, and everything that stands on this website.")),
        "dct:publisher": _at(PUBLISHER),
        "foaf:homepage": {"@id": absolute("/")},
        "dct:language": _languages(),
        "dcat:dataset": [_at(_name(one)) for one in every],
        "dcat:service": [_at(API), _at(HSDS), _at(OPEN311)],
    }


def _publisher(city: City) -> Node:
    kind = {"@id": "http://purl.org/adms/publishertype/LocalAuthority"}
    return {"@id": absolute(PUBLISHER), "@type": "foaf:Agent", "foaf:name": name_of(city), "dct:type": kind}


def _contact(city: City) -> Node:
    """Whom to ask about the data: whoever the imprint names."""
    mail, phone = city.imprint.get("email"), city.imprint.get("phone", "")
    return known(
        {
            "@id": absolute(CONTACT),
            "@type": ["vcard:Kind", "vcard:Organization"],
            "vcard:fn": name_of(city),
            "vcard:hasEmail": {"@id": f"mailto:{mail}"} if mail else None,
            "vcard:hasTelephone": {"@id": dial(phone)} if phone else None,
            "vcard:hasURL": {"@id": _page("imprint")},
        }
    )


def _services(every: list[Dataset]) -> list[Node]:
    """Our own API, the one in HSDS, and the one for open concerns, which serves none of the datasets."""
    open311 = reverse("open311_discovery", args=["xml"])
    hsds = [one for one in every if one.name in HSDS_DATASETS]
    openapi = absolute(reverse("api:openapi-json"))
    return [
        _service(API, _("The city's own interface"), reverse("api:api-root"), openapi, every),
        _service(HSDS, _("The directory in HSDS 3.0"), reverse("hsds_about"), HSDS_OPENAPI, hsds),
        _service(OPEN311, _("Open defects and suggestions in Open311 GeoReport v2"), open311, GEOREPORT, []),
    ]


def _service(name: str, title: str | Promise, path: str, description: str, served: list[Dataset]) -> Node:
    return {
        "@id": absolute(name),
        "@type": "dcat:DataService",
        "dct:title": _texts(title),
        "dct:publisher": _at(PUBLISHER),
        "dcat:contactPoint": _at(CONTACT),
        "dcat:endpointURL": {"@id": absolute(path)},
        "dcat:endpointDescription": {"@id": description},
        "dct:license": {"@id": data_licence().address},
        "dcat:servesDataset": [_at(_name(one)) for one in served],
    }


def _dataset(dataset: Dataset, city: City) -> Node:
    newest = dataset.dated._default_manager.aggregate(newest=Max("changed_at"))["newest"] if dataset.dated else None
    return known(
        {
            "@id": absolute(_name(dataset)),
            "@type": "dcat:Dataset",
            "dct:title": _texts(dataset.title),
            "dct:description": _texts(dataset.about),
            "dct:identifier": absolute(_name(dataset)),
            "dct:publisher": _at(PUBLISHER),
            "dcat:contactPoint": _at(CONTACT),
            "dcat:theme": {"@id": EU + "data-theme/GOVE"},
            "dct:accrualPeriodicity": {"@id": EU + "frequency/CONT"},
            "dct:language": _languages(),
            "dct:modified": _moment(newest) if newest else None,
            "dcat:landingPage": {"@id": _page("open_data")},
            **_geocoding(city.regional_key),
            "dcat:distribution": [_at(_name(dataset, ending)) for ending in formats_of(dataset)],
        }
    )


def _distribution(dataset: Dataset, ending: str, city: City) -> Node:
    address = {"@id": absolute(reverse("download", args=[dataset.name, ending]))}
    licence, form = data_licence(), FORMATS[ending]
    return known(
        {
            "@id": absolute(_name(dataset, ending)),
            "@type": "dcat:Distribution",
            "dct:title": _texts(dataset.title),
            "dcat:accessURL": address,
            "dcat:downloadURL": address,
            "dct:format": {"@id": f"{EU}file-type/{form.code}"},
            "dcat:mediaType": {"@id": MEDIA_TYPES + form.media_type},
            "dct:license": {"@id": licence.address},
            "dcatde:licenseAttributionByText": _text(name_of(city), "de") if licence.names_the_city else None,
        }
    )


def _values(nodes: list[Node]) -> list[Node]:
    """What the catalogue takes from elsewhere, said once each, so that it can be understood and checked by itself."""
    found: dict[str, Node] = {}
    for node in nodes:
        for name, value in node.items():
            if name in TAKEN_FROM:
                kind, scheme = TAKEN_FROM[name]
                for address in [one["@id"] for one in (value if isinstance(value, list) else [value])]:
                    said = {"skos:inScheme": {"@id": scheme}} if scheme else {}
                    if kind == "skos:Concept":
                        said["skos:prefLabel"] = address.rpartition("/")[2]
                    found[address] = {"@id": address, "@type": kind, **said}
    return list(found.values())


def _geocoding(key: str) -> Node:
    """For which municipality it holds."""
    if not key:
        return {}
    kind = "municipalityKey" if len(key) == MUNICIPALITY_KEY else "regionalKey"
    return {
        "dcatde:politicalGeocodingLevelURI": {"@id": f"{GEOCODING}Level/municipality"},
        "dct:spatial": {"@id": f"{GEOCODING}{kind}/{key}"},
    }


def _name(dataset: Dataset, ending: str = "") -> str:
    return f"/catalog.ttl#{dataset.name}" + (f".{ending}" if ending else "")


def _at(name: str) -> Node:
    return {"@id": absolute(name)}


def _page(url_name: str) -> str:
    with override(settings.LANGUAGE_CODE):
        return absolute(reverse(url_name))


def _languages() -> list[Node]:
    return [{"@id": f"{EU}language/{EU_LANGUAGES[code]}"} for code, _name in settings.LANGUAGES if code in EU_LANGUAGES]


def _texts(text: str | Promise) -> list[Node]:
    said = []
    for language in TOLD_IN:
        with override(language):
            said.append(_text(str(text), language))
    return said


def _text(text: str, language: str) -> Node:
    return {"@value": text, "@language": language}


def _moment(moment: dt.datetime) -> Node:
    return {"@value": moment.isoformat(timespec="seconds"), "@type": "xsd:dateTime"}
