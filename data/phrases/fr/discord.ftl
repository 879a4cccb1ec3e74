### Les mots propres à Discord.

application-description = Résumés sourcés sur « { $title } » : qui l’a dit, quand, qui le dément, et où le lire. Aucun verdict de son cru. Tapez /help pour voir ce que vous pouvez demander.
application-tags = faits, sources, citations, recherche, actualité

sorry-title = Désolé
sorry-form = Je n’ai pas de formulaires et ne peux donc pas lire celui-ci. Vous pouvez demander avec une commande :
sorry-unknown = Discord a envoyé quelque chose que je ne connais pas encore. Vous pouvez demander avec une commande :
sorry-command = Je n’ai plus de commande de ce nom. Vous pouvez demander avec l’une de celles-ci :
sorry-option = Cette commande a changé, et je ne connais plus l’une des options. Voici votre question sans elle :
sorry-option-way = Demander sans elle
slow-down = C’est plus que je ne peux répondre d’un coup : attendez quelques secondes et réessayez.
sorry-failed = Quelque chose s’est mal passé de mon côté, et je n’ai pas pu faire cette réponse. C’est noté. Veuillez réessayer.
press-outdated = Ce bouton vient d’une version plus ancienne, et je ne peux plus le lire. Vous pouvez redemander avec une commande :

button-share = Partager ici
button-shared = Partagé
button-cite = Citer
button-remove = Retirer
button-previous = ‹ Précédente
button-next = Suivante ›
button-page = Ouvrir la page
menu-claims = Ouvrir une déclaration …
menu-views = Autres vues …
menu-both = Autres vues et déclarations …
menu-styles = Style de citation …
shared-by = Partagé par { $who }
share-lately = Cette réponse vient d’être partagée ici. Elle n’est pas publiée deux fois.
share-lately-command = Cette réponse vient d’être partagée ici, vous seul la voyez donc cette fois.
share-busy = Plusieurs réponses viennent d’être partagées ici ; partagez celle-ci dans une minute.
share-busy-command = Plusieurs réponses viennent d’être partagées ici, vous seul voyez donc celle-ci.
share-hushed = Discord ne montre qu’à vous ce que je publie ici, parce que je ne suis pas installé sur ce serveur. Vous pouvez copier ce texte à la place :
share-hushed-command = Discord ne montre cette réponse qu’à vous, parce que je ne suis pas installé sur ce serveur. « Citer » donne un texte à copier.
removed = Cette réponse a été retirée par qui l’avait partagée ou par la modération.
remove-refused = Seule la personne qui a partagé cette réponse, ou quelqu’un qui gère les messages ici, peut la retirer.
cite-panel = À copier : { $style }
