# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Words that say nothing about what a person looks for, above all the words a question is made of."""

from friedensplatz.search.analysis.words import fold, fold_german

_WORDS = {
    "de": """
        ab aber alle allem allen aller alles als also am an andere anderen anderer ans auch auf aus außer bei beim
        bekomme bekommen bin bis bist bitte brauche brauchen braucht da dabei dadurch dafür dagegen daher damit danach dann daran darauf darf darum das dass davon
        dazu dein deine deinem deinen deiner dem den denen denn der deren des deshalb dessen die dies diese diesem
        diesen dieser dieses dir doch dort du durch dürfen ein eine einem einen einer eines er es etwa etwas euch euer
        eure finde finden findet für gab geben gegen gehabt geht gern gerne gibt hab habe haben hallo hat hatte hatten hätte hätten hier
        hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in innen ins irgendwie ist ja jede jedem jeden jeder jedes
        jemand jetzt kann kannst kein keine keinem keinen keiner komme kommen kommt könnte könnten können machen macht mal man mehr mein
        meine meinem meinen meiner mich mir mit möchte möchten muss müssen nach nicht nichts noch nun nur ob oder ohne
        schon sehr sein seine seinem seinen seiner seit sich sie sind so soll sollen sollte sonst suche suchen sucht sowie tun über um
        und uns unser unsere unserem unseren unserer unter viel viele vielen vom von vor wann war waren warum was
        weil welche welchem welchen welcher welches wem wen wenn wer werde werden wessen wie wieder will wir wird wo
        wobei wodurch wofür woher wohin wollen womit woran worauf woraus worden worin worum wovon wozu wurde wurden
        während würde würden zu zum zur zwischen
    """,
    "en": """
        a about am an and any anyone are as at be been but by can could did do does for from get has have he her here
        hi him his how i if in into is it its just like may me more my need no not of on or our please she should so
        some that the their them then there these they this to us want was we were what when where which who whom
        whose why will with would you your
    """,
    "tr": "acaba ama bana ben bir biz bu da daha de değil gibi hangi için ile kim mi mı mu mü nasıl ne nerede o olarak "
    "şu ve veya ya",
    "pl": "a ale co czy dla do gdzie i ja jak jest kiedy kto ktoś które który która mam mi mnie na nie o od po przez "
    "się są to w we z za ze że",
    "uk": "а або але в ви де для до є з за і й коли кому ми мені на не ні про та то у хто це чи що що як який яка які я",
    "ru": "а в вы где для до и или из как какой когда кто мне мы на не но о от по с то у что это я",
    "ar": "أن أنا أين إلى التي الذي عن على في كيف لا ما متى من مع هذا هذه هل هو هي و يمكن",
    "ro": "a al am are au ca care ce cine cu cum de din este eu în la mă mi nu o pe pentru să se și sunt un unde",
    "fr": "à au aux avec ce ces comment dans de des du elle en est et il je l la le les ma mais me mes mon ne nous où "
    "ou par pas pour quand que quel quelle qui se ses son sur un une vous",
    "es": "a al como con cuando cuál de del dónde el ella en es esta este hay la las lo los me mi mis no o para pero "
    "por puedo que qué quién se si su un una y yo",
}

STOPWORDS: dict[str, frozenset[str]] = {
    language: frozenset(map(fold_german if language == "de" else fold, words.split()))
    for language, words in _WORDS.items()
}


def says_nothing(word: str, languages: tuple[str, ...]) -> bool:
    """Whether a word is a stop word in one of the languages."""
    return any(
        (fold_german(word) if language == "de" else fold(word)) in STOPWORDS.get(language, ()) for language in languages
    )
