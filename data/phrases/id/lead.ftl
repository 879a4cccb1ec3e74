### Teras: siapa menyatakan, siapa membantah, siapa kemudian membenarkan. `$when` dan `$since` diawali spasi.

lead-in = pada { $date }
lead-between = antara { $from } dan { $to }
lead-then = saat itu
lead-said = { $who } menyatakan hal itu{ $when }{ $cites }
lead-reported = { $who } memberitakan hal itu{ $when }{ $cites }
lead-statement = { $text }, menurut { $who }, { $date }{ $cites }
lead-said-then-denied = { $who } menyatakan hal itu{ $when }{ $cites }, tetapi kemudian membantahnya{ $since }{ $since-cites }
lead-confirmed-then-denied = { $who } membenarkannya{ $when }{ $cites }, tetapi kemudian membantahnya{ $since }{ $since-cites }
lead-denied = { $who } membantahnya{ $when }{ $cites }
lead-turned = { $n ->
    [1] { $who } membantahnya{ $when }, tetapi kemudian membenarkannya{ $since }{ $since-cites }
    [2] { $who } membantahnya{ $when }, tetapi kemudian keduanya membenarkannya{ $since }{ $since-cites }
   *[other] { $who } membantahnya{ $when }, tetapi kemudian semuanya membenarkannya{ $since }{ $since-cites }
}
lead-denied-in-part = { $who } membantahnya{ $when }{ $cites }, lalu mengganti bantahan itu dengan pernyataan lain{ $since }{ $since-cites }
lead-confirmed = { $who } membenarkannya{ $when }{ $cites }
lead-after = , menyusul { $who }{ $when }{ $cites }
lead-as-did = , disusul { $who }{ $when }{ $cites }
lead-superseded = { $who } mengganti pernyataan semula dengan pernyataan lain{ $when }{ $cites }
lead-superseded-own = pernyataan yang lebih baru menggantikan pernyataan semula{ $when }{ $cites }
lead-contradicted = { $who } memberitakan hal yang bertentangan{ $when }{ $cites }
lead-qualified = { $who } menyatakan{ $when }: { $text }{ $cites }
lead-unanswered = di sini belum tercatat bantahan ataupun konfirmasi

short-latest = Terbaru
short-figure = { $values } ({ $who }, { $date })
