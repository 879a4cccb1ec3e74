### Les mots de la ligne de commande et de son invite.

terminal-welcome = Sumber répond aux questions sur : { $title }. Faits connus jusqu’au { $date }.
terminal-how = Demandez avec vos propres mots, ou avec une commande comme { $example }. Tab complète ; « help » liste les commandes, « quit » quitte.
terminal-go-live = DISCORD_TOKEN n’est pas défini, rien ne va donc à Discord. Pour y répondre, créez une application à { $url } et redémarrez avec le jeton de son bot dans DISCORD_TOKEN (ou dans un fichier .env).
terminal-preview = L’aperçu est à { $address } – ouvrez-le dans un navigateur. Ctrl-C l’arrête.
terminal-exposed = Avertissement : d’autres peuvent atteindre cette adresse. Qui l’ouvre peut demander, et peut voir où le fichier de faits a des problèmes.
terminal-help = Commandes :
terminal-options = Options :
terminal-option-part = Quelle partie d’une liste de plus de 150 entrées
terminal-option-page = Quelle page d’une longue réponse
terminal-interrupted = Pour quitter, tapez « quit » ou Ctrl-D.
terminal-bye = À la prochaine.
terminal-no-token = DISCORD_TOKEN n’est pas défini. Créez une application à { $url }, copiez son jeton (Bot, Reset Token), et mettez-le dans DISCORD_TOKEN ou un fichier .env.
terminal-unchanged = Discord a déjà ces commandes ; rien n’a été envoyé.
terminal-sent = { $n ->
    [one] Une commande a été envoyée à Discord.
   *[other] { $number } commandes ont été envoyées à Discord.
}

terminal-setup-application = Application : { $name }
terminal-setup-key = Clé publique pour le HTTP signé, pas un secret ; mettez cette ligne dans le fichier .env :
terminal-setup-wrong-key = Avertissement : DISCORD_PUBLIC_KEY n’est pas la clé publique de cette application, toute requête signée est donc refusée. La bonne ligne pour le fichier .env est :
terminal-setup-called = Discord appelle { $url } et n’envoie rien par la passerelle. --clear-endpoint change cela.
terminal-setup-changes = À changer :
terminal-setup-nothing = Tout est en place ; il n’y a rien à changer.
terminal-setup-description = Description : « { $new } »
terminal-setup-description-instead = Description : « { $new } » au lieu de « { $old } »
terminal-setup-description-kept = Inchangé : quelqu’un a écrit la description à la main, « { $old } ». Avec --replace elle devient « { $new } »
terminal-setup-tags = Étiquettes : { $new }
terminal-setup-tags-instead = Étiquettes : { $new } au lieu de { $old }
terminal-setup-tags-kept = Inchangé : quelqu’un a choisi les étiquettes à la main, { $old }. Avec --replace elles deviennent { $new }.
terminal-setup-install = Installation : sur des serveurs et pour des comptes personnels, avec la portée { $scope }
terminal-setup-commands = { $n ->
    [one] Commandes : une est enregistrée à la place de celles de Discord
   *[other] Commandes : { $number } sont enregistrées à la place de celles de Discord
}
terminal-setup-endpoint = Point d’accès : { $new }, que Discord teste aussitôt puis appelle ; plus rien ne vient par la passerelle
terminal-setup-endpoint-none = Point d’accès : aucun à la place de { $old } ; tout vient de nouveau par la passerelle
terminal-setup-question = Faire ces changements ? [y/N]
terminal-setup-done = Fait.
terminal-setup-ignored = Discord a accepté les changements mais ne les a pas tous gardés. Voir { $url }.
terminal-setup-declined = Rien n’a été changé.
terminal-setup-unasked = Rien n’a été changé, car personne n’a répondu. Ajoutez --yes pour faire les changements sans question.
terminal-setup-invite = Ajoutez le bot à un serveur ou à votre compte : { $url }
terminal-setup-by-hand = Ce qui reste à faire à la main, si vous voulez : le nom, l’image, et les liens vers les conditions et la confidentialité, à { $url }
terminal-setup-address = « { $url } » n’est pas un point d’accès. Écrivez par exemple https://bot.example.org/interactions, ou --clear-endpoint pour n’en avoir aucun.
terminal-setup-endpoint-refused = Discord a testé { $url } et n’a pas reçu les bonnes réponses, le point d’accès reste donc tel quel. Démarrez le bot pour le HTTP signé (DISCORD_PUBLIC_KEY={ $key } et, s’il a aussi un jeton, discord.wire = "http" dans les réglages), assurez-vous que cette adresse y mène, et relancez ceci.
terminal-setup-refused = Discord a refusé ceci : { $why }. Changez les réglages à la main à { $url }, ou signalez-le à ceux qui font Sumber.
terminal-setup-unavailable = Discord n’a pas répondu comme il faut : { $why }. Vérifiez la connexion et https://discordstatus.com, puis relancez ceci.
terminal-twice = Avertissement : on voit les commandes deux fois là où elles sont enregistrées pour un serveur et pour tous. « sumber commands --clear --guild ID » retire celles d’un serveur.
terminal-clear = Discord n’y a aucune commande ; rien n’a été retiré.
terminal-removed = { $n ->
    [one] Une commande a été retirée de Discord.
   *[other] { $number } commandes ont été retirées de Discord.
}

# Ce que `sumber new` écrit dans un nouveau fichier de faits, avec un exemple sur une horloge inventée.
new-about = Qui dit quoi à ce sujet, quand, et où le lire. Dites ici ce que le recueil contient et ce qu’il ne contient pas.
new-report = Dites-nous quelle déclaration est fausse, ce qu’elle devrait dire, et où cela se lit.
new-topic-question = Qui dit quoi sur « { $topic } » ?
new-topic-description = Qui dit quoi sur « { $topic } »
new-town = la ville d’Eastport
new-mayor = maire
new-clock = L’horloge de l’hôtel de ville marche de nouveau depuis le 1er mai 2024.
new-clock-wrong = L’horloge de l’hôtel de ville perd sept minutes par jour.
