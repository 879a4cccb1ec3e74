### Réponses : titres, remarques, vues, options.

as-known-on = tel que connu le { $date }
heading-said = Dit
heading-denied = Démenti
heading-replies = Réponses
heading-confirmed = Confirmé
heading-differs = Autre version
heading-over-time = Nombres dans le temps
heading-sources = Sources
heading-copies = Copies d’autres sources, non comptées

view-short = Réponse courte
view-full = Plus
view-details = Détails
view-claims = Déclarations
view-denials = Démentis
view-timeline = Chronologie
view-quotes = Citations
view-figures = Chiffres
view-sources = Sources

language-name = Français

option-view = Quelle vue
option-as-of = Tel que connu un jour, un mois ou une année, par exemple 2024-05-02
option-lang = Langue de la réponse
option-picture = Aussi en image, à enregistrer ou à montrer ailleurs
option-dossier = De quel dossier
option-share = Montrer la réponse à tout le monde ici

notice-beyond = Les faits sont connus jusqu’au { $date } ; rien de plus récent n’est consigné.
notice-part = Numéros { $first } à { $last } sur { $entries } dans cette liste.
notice-later = { $n ->
    [one] Une déclaration de sources ultérieures est omise.
   *[other] { $number } déclarations de sources ultérieures sont omises.
}
nothing-by-then = Aucune déclaration consignée ici n’était connue le { $date }. La première a été connue le { $first }.
nothing-short = Aucune déclaration consignée ici n’était alors connue.
nothing-full = Aucune déclaration consignée ici n’était alors connue.
nothing-claims = Personne n’est alors consigné comme l’ayant dit.
nothing-denials = Aucun démenti n’est consigné.
nothing-timeline = Aucune déclaration consignée ici n’était alors connue.
nothing-quotes = Aucune citation exacte n’est alors consignée.
nothing-figures = Aucun chiffre n’est alors consigné.
nothing-sources = Aucune source n’était alors parue.

footer-shown = { $n ->
    [one] une déclaration
   *[other] { $shown } sur { $number } déclarations
}
footer-reviewed = faits connus jusqu’au { $date }
footer-inferred = † date déduite, non imprimée en entier
footer-revision = révision { $revision }
source-carries = { $n ->
    [one] Pour une déclaration ici.
   *[other] Pour { $number } déclarations ici.
}
way-part = { $first }–{ $last } sur { $entries }
way-latest = Dernier état

unknown-command-title = Cette commande n’existe pas
unknown-command = Je ne connais pas « { $name } ». Voici les plus proches :
unknown-command-far = Je ne connais pas « { $name } ». Voici les commandes :
unknown-view-title = Cette vue n’existe pas
unknown-view = Je ne connais pas la vue « { $name } ». Voici les plus proches :
unknown-view-far = Je ne connais pas la vue « { $name } ». Voici les vues :
unknown-day-title = Je ne peux pas lire ce jour
unknown-day = « { $name } » n’est ni un jour, ni un mois, ni une année que je puisse lire. Écrivez 2024-05-02, 2024-05 ou 2 mai 2024. Voici des jours où quelque chose a changé :
unknown-day-either = « { $name } » peut être { $days }. Choisissez, ou écrivez 2024-05-02 ou 2 mai 2024. Suivent des jours où quelque chose a changé :
unknown-day-relative = Les faits vont par dates et sont connus jusqu’au { $date } ; ils n’ont pas de « { $name } ». Écrivez un jour, par exemple 2024-05-02 ou 2 mai 2024. Voici des jours où quelque chose a changé :
unknown-language-title = Je ne parle pas cette langue
unknown-language = Je ne connais pas la langue « { $name } ». Je parle :
unknown-option-title = Cette option n’existe pas
unknown-option = Il n’y a pas d’option « { $name } ». Vouliez-vous dire { $options } ?
unknown-option-far = Il n’y a pas d’option « { $name } ». Les options sont { $options }.
loose-word-title = Je ne peux pas lire tout cela
loose-word = « { $word } » n’appartient à aucune option. Les options s’écrivent comme view:denials ou as_of:2024-05-02.
unreadable-or-two = { $first } ou { $second }
unreadable-or-many = { $start } ou { $last }
nothing-at-all = Rien n’est encore consigné à ce sujet.

command-ask = Demander avec vos propres mots (langue : { $languages })
command-topic = Tout sujet, aussi celui qui n’a pas sa propre commande
command-search = Trouver des déclarations par mots, noms ou identifiants (langue : { $languages })
command-claim = Une déclaration entière : qui, quand, sources, où elle en est, ce qui y répond
command-sides = Qui le dit, qui le dément, qui le confirme et qui non
command-who = Ce que quelqu’un a dit, démenti et confirmé, et qui a répondu
command-timeline = Les déclarations dans l’ordre du temps, ou par événement
command-quotes = Les mots exacts et leur traduction, par intervenant, sujet ou mots
command-figures = Tous les chiffres, par qui les a donnés et quand
command-sources = Où tout cela peut se lire, dans le style de citation voulu
command-changes = Ce qui a été dit, confirmé, démenti, révisé ou retiré depuis un jour
command-about = Ce que sont ces faits, jusqu’à quand, et comment signaler une erreur
command-help = Toutes les commandes, une ligne chacune
command-related = Ce qui est consigné sur le sujet d’un message, qui que ce soit qui le dise

option-by = Par déclaration ou par événement
option-claim = Quelle déclaration : des mots d’elle, ou son identifiant
option-topic = Sur quel sujet
option-name = Quelle personne, quel État, organisme, agence ou entreprise
option-query = Des mots (langue : { $languages }) ; les fautes de frappe ne gênent pas
option-question = Votre question (langue : { $languages })
option-style = Style de citation
option-from = À partir d’un jour, d’un mois ou d’une année, par exemple 2024-05
option-to = Jusqu’à un jour, un mois ou une année, par exemple 2024-12-31
option-since = Depuis un jour, un mois ou une année, par exemple 2025-01-01

by-statement = Par déclaration
by-event = Par événement
timeline-of-events = Chronologie des événements
from-day = à partir du { $date }
to-day = jusqu’au { $date }
notice-no-event = { $n ->
    [one] Une déclaration ne porte sur aucun événement daté et est omise.
   *[other] { $number } déclarations ne portent sur aucun événement daté et sont omises.
}
nothing-timeline-here = Rien de consigné ne correspond à tout cela.
nothing-quotes-here = Aucune citation exacte consignée ne correspond à tout cela.

heading-posts = Fonctions
post-speaking = en parlant, { $date }
post-from = depuis le { $date }
heading-passed-on = Transmis par d’autres
heading-about = Sur { $name }
heading-answers = Réponses
heading-answered = À propos de
heading-supports = Va dans ce sens
heading-of-whole = Sur la déclaration plus large
heading-qualified = Nuancé ou dépassé
heading-nearest = Le plus proche
heading-found = Trouvé
heading-standing = Où elle en est
heading-evidence = Les sources et ce que chacune ajoute
heading-linked = Déclarations liées
heading-history = Historique
heading-new = Nouvelles déclarations
heading-new-confirmed = Nouvelles confirmations
heading-new-denied = Nouveaux démentis
heading-revised = Révisé
heading-topics = Sujets
heading-commands = Commandes

speaker-person = Personne
speaker-state = État
speaker-body = Organisme public ou organisation
speaker-agency = Agence de presse
speaker-company = Entreprise ou média
nothing-by-speaker = Rien de { $name } n’est alors consigné ; ci-dessous, ce que disent d’autres.
nothing-of-speaker = Rien de { $name } ni sur { $name } n’est alors consigné.

sides-title = Les parties
sides-question = Qui le dit, qui le dément, qui le confirme ?
sides-of-what-title = Les parties de quoi ?
sides-of-what = Choisissez un sujet, ou nommez une déclaration avec claim:. Voici les sujets :
turned-since = A dit autre chose depuis : { $names }

claim-of-what-title = Quelle déclaration ?
claim-of-what = Nommez-en une avec claim:, par des mots d’elle ou par son identifiant. Par exemple :
claim-not-yet = Ce n’était pas connu le { $date }. Cela a été connu le { $first }.
why-happened = Date de l’événement : { $why }
counted-origins = Comptés : { $names }
counted-no-copies = { $n ->
    [one] Non comptée : une copie d’une autre source
   *[other] Non comptées : { $number } copies d’autres sources
}
counted-none-before = { $n ->
    [one] Non comptée : une source parue avant la déclaration
   *[other] Non comptées : { $number } sources parues avant la déclaration
}
evidence-copy = Copie d’une autre source ; elle ne compte jamais
evidence-before = Parue avant la déclaration ; elle ne compte pas pour elle
evidence-before-event = Parue avant l’événement ; elle ne compte pas pour lui
permanent-id = id : { $id }
known-since = Connu depuis le { $date }
recorded-on = Consigné le { $date }

changes-title = Depuis le { $date }
nothing-changed = Rien n’a changé depuis le { $date }.

search-title = Résultats de la recherche
search-for = Vous avez cherché : { $words }
search-empty = Dites ce qu’il faut chercher : un nom, un lieu, quelques mots. Voici les sujets :
search-shortened = C’est un long texte ; j’ai cherché « { $words } ».
search-corrected = J’ai lu « { $typed } » comme « { $read } ».
search-unknown = Rien de consigné ne contient { $words }.
search-nothing = Je n’ai rien trouvé pour « { $words } ». Voici les mots connus les plus proches, et les sujets :
search-nothing-near = Je n’ai rien trouvé pour « { $words } ». Voici les sujets :
search-nothing-yet = Rien sur « { $words } » n’était connu le { $date } ; il y a quelque chose plus tard. Voici les sujets :
search-matched = « { $word } » ({ $place })
search-why = Correspond : { $matches }
place-text = ses mots
place-quote = une citation
place-speaker = intervenant
place-about = de qui il s’agit
place-topic = sujet
place-where = lieu
place-source = source
place-note = une note sur une source
place-id = identifiant
place-channel = canal
place-figure = un nombre
place-when = date
place-kind = ce qui est fait

related-title = Faits liés
related-notice = Ceci ne vérifie pas le message. Ce qui est consigné sur le même sujet est listé, qui que ce soit qui le dise.
related-nothing = Rien n’est consigné sur le sujet de ce message. Cela ne dit pas s’il est vrai. Voici les sujets :
related-no-text = Il n’y a rien à chercher : le message n’a pas de texte que je puisse lire. Voici les sujets :
related-other-script = Je ne lis que ceci : { $languages }, et ce message est surtout dans une autre écriture. Voici les sujets :

way-ask = Le poser comme question
way-search = Le chercher
way-claim = La déclaration
way-help = Commandes
way-about = À propos
way-changes = Ce qui a changé
way-any-topic = Tous les sujets
way-any-speaker = Tous les intervenants
way-any-words = Tous les mots
way-turned-range = Échanger premier et dernier jour
way-no-range = Sans la période

about-holds = Contient
about-holds-text = { $claims }, { $speakers }, { $sources }, { $topics }
about-claims = { $n ->
    [one] { $number } déclaration
   *[other] { $number } déclarations
}
about-speakers = { $n ->
    [one] { $number } intervenant
   *[other] { $number } intervenants
}
about-sources = { $n ->
    [one] { $number } source
   *[other] { $number } sources
}
about-topics = { $n ->
    [one] { $number } sujet
   *[other] { $number } sujets
}
about-reviewed = Connu jusqu’au
about-rules = Règles
about-rules-text = Chaque déclaration a un intervenant, une date et une source. Aucun verdict n’est écrit à la main : où en est une déclaration se déduit de qui la dément et la confirme, et du nombre d’éditeurs indépendants qui la portent.
about-languages = Langues
about-licence = Licence des faits
about-report = Une erreur ?
about-privacy = Vie privée
about-privacy-text = Ni qui demande ni ce qui est tapé n’est gardé ni consigné.
help-title = Ce que vous pouvez demander
help-notice = Les réponses sont privées tant que vous ne les partagez pas. Ajoutez as_of: pour voir ce qui était connu un jour, lang: pour une autre langue.
help-notice-one-language = Les réponses sont privées tant que vous ne les partagez pas. Ajoutez as_of: pour voir ce qui était connu un jour.
help-on-messages = Sur un message, Applications › { $name }

unknown-topic-title = Ce sujet n’existe pas
unknown-topic = Je ne connais pas le sujet « { $name } ». Voici les plus proches :
unknown-topic-far = Je ne connais pas le sujet « { $name } ». Voici les sujets :
unknown-dossier-title = Ce dossier n’existe pas
unknown-dossier = Je ne connais pas le dossier « { $name } ». Voici les dossiers :
which-topic-title = Quel sujet ?
who-of-whom-title = Qui ?
who-of-whom = Nommez une personne ou un organisme avec name:. Voici qui a le plus de déclarations :
which-speaker-title = Quel intervenant ?
which-one = « { $name } » peut être l’un de ceux-ci :
which-speaker-label = { $name } ({ $which })
unknown-speaker-title = Je ne connais pas cet intervenant
unknown-speaker = Je ne connais pas « { $name } ». Voici les plus proches :
unknown-speaker-far = Je ne connais pas « { $name } ». En voici que je connais :
unknown-claim-title = Je ne connais pas cette déclaration
unknown-claim = Aucune déclaration n’a l’identifiant « { $name } ». Voici les plus proches :
unknown-claim-far = Aucune déclaration n’a l’identifiant « { $name } », ni de mots semblables.
unknown-style-title = Je ne connais pas ce style
unknown-style = Je ne connais pas le style de citation « { $name } ». Voici les styles :
unknown-order-title = Je ne connais pas cet ordre
unknown-order = Je ne connais pas l’ordre « { $name } ». Voici les ordres :
unknown-range-title = Cette période finit avant de commencer
unknown-range = Le premier jour de la période vient après le dernier. Vous pouvez demander ainsi :

ask-title = Votre question
ask-read-as = Lu comme { $command }
ask-search = Chercher plutôt
ask-empty = Posez une question, par exemple l’une de ces sujets.
ask-language = Je n’ai pas pu lire cela ; je lis les questions dans ces langues : { $languages }. Voici les sujets :
ask-opinion = Seul ce qui a été dit, démenti et confirmé est consigné ici, sans jugement, prévision ni conseil. Voici les sujets les plus proches :
ask-unknown-near = Rien de consigné ici ne contient { $words }. Voici les sujets les plus proches :
ask-unknown = Rien de consigné ici ne contient { $words }.
ask-nothing = Rien de consigné ici n’y répond. Voici les sujets les plus proches :
ask-nothing-by = Rien de { $name } n’est consigné là-dessus. Voici les sujets les plus proches :
