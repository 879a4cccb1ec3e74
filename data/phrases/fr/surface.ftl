### Ce que les surfaces ajoutent à une réponse : guillemets, pages, citations.
quoted = « { $words } »
colon =  :
page-of = page { $page } sur { $pages }
page-next = page suivante
heading-more = Plus

cite = { $publisher }, { $title }, { $date }
cite-authors = { $authors }, { $citation }
cite-authors-more = { $first } et al.
cite-title = « { $title } »
cite-title-ours = { $title } (titre donné, pas celui de la page)
cite-date-inferred = { $date } (date déduite)
cite-no-date = s. d.
cite-language = { $citation } (en { $language })
cite-unread = { $citation } (page non lue)
cite-gone = { $citation } (page disparue)
cite-second = { $label } : { $address }
cite-read = { $citation }, consulté le { $date }
cite-note-title = Titre donné ; ce n’est pas celui de la page.
cite-note-date = La date a été déduite.
cite-note-issued = Publié : { $date }
cite-note-archived = Archivé le { $date } par { $by } : { $address }
cite-note-gone = Constaté disparu de { $address } le { $date }.
address-archived = archivé
address-original = adresse d’origine
style-plain = Texte simple
style-markdown = Markdown
