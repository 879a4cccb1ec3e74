### Les mots des pages publiques, autour des réponses.

page-skip = Aller au texte
page-site = Site
page-dossiers = Tous les dossiers
page-topics = Sujets
page-statements = Déclarations
page-speakers = Intervenants
page-latest = Derniers changements
page-language = Langue
page-views = Vues de ce sujet
page-other = Pages liées
page-pages = Pages de cette liste
page-previous = page précédente
page-search = Demander
page-search-label = Poser une question, ou chercher des mots, des noms ou des identifiants
page-all-statements = Toutes les déclarations
page-all-speakers = Tous les intervenants
page-statements-by = { $n ->
    [one] une déclaration
   *[other] { $number } déclarations
}
page-source = Source
page-source-author = Écrit par
page-source-language = Langue
page-source-date = Publié
page-source-read = Consulté le
page-source-archived = Archivé
page-source-archived-by = { $date }, { $by }
page-source-gone = Constaté disparu le
page-source-nothing = Aucune déclaration ne s’appuie ici sur cette source.
page-source-copy = Copie de { $source } ; elle ne compte jamais comme une source à part.
page-source-origin = D’abord trouvé ici
page-source-confirms = Aussi ici
page-source-differs = Ici avec un autre détail
page-source-part = En partie ici
page-source-contradicts = Contredit ici
page-nothing-title = Cette page n’existe pas
page-nothing = Il n’y a rien à cette adresse. Posez une question, cherchez, ou commencez par un sujet :
page-busy = Le bot est très occupé. Cette page reviendra dans un instant.
page-sourced = { $statement } – { $sources }
page-sources = { $n ->
    [one] une source
   *[other] { $number } sources
}
page-home = Qui le dit, qui le dément, quand, et où le lire
page-feed = Nouvelles déclarations
page-withdrawn = Retiré : { $statement }
page-headline = { $who }, { $date } : { $text }
page-sources-idle = Également lu ; aucune déclaration ne s’appuie ici là-dessus
