### Klaim: siapa, kapan, bagaimana kedudukannya.

citing = mengutip { $names }
answering = menanggapi { $names }
date-inferred = { $date }†
party = { $name } ({ $date })
why-said = Tanggal pernyataan: { $why }
event = Peristiwa: { $date }
event-at = Peristiwa: { $date }, { $place }
denies-what = Menanggapi { $who }: { $text }
denies-what-later = Dinyatakan kemudian oleh { $who }: { $text }

kind-asserts = Pernyataan
kind-assesses = Penilaian dan perkiraan
kind-reports = Pemberitaan
kind-confirms = Pembenaran
kind-denies = Bantahan
kind-declines = Tanpa kepastian

act-asserts = pernyataan
act-assesses = penilaian
act-reports = pemberitaan
act-confirms = konfirmasi
act-denies = bantahan
act-declines = tanpa kepastian

standing-withdrawn = Ditarik pada { $date }: { $note }
standing-confirmed-by-subject = Dibenarkan oleh { $names }
standing-confirmed = Dibenarkan oleh { $names }
standing-denied = Dibantah oleh { $names }
standing-denied-before = Semula dibantah oleh { $names }
standing-superseded = Digantikan pernyataan yang lebih baru dari { $names }
standing-contradicted = Bertentangan dengan { $publisher }: { $note }
standing-differs = { $publisher } memuat rincian lain: { $note }
standing-single = Sumber tunggal
standing-corroborated = Dimuat { $number } penerbit independen

quote-by-machine = terjemahan mesin dari bahasa { $from } atas naskah { $publisher }
quote-translated = diterjemahkan dari bahasa { $from } oleh { $publisher }
as-printed-by = sebagaimana dimuat { $publisher }
translated-by = terjemahan { $by }
translated-by-machine = terjemahan mesin ({ $by })
language-en = Inggris
language-id = Indonesia
language-ru = Rusia
language-uk = Ukraina
language-ko = Korea

qualifier-about = sekitar { $number }
qualifier-at-least = sedikitnya { $number }
qualifier-over = lebih dari { $number }
qualifier-up-to = hingga { $number }
qualifier-some = sekitar { $number }
qualifier-likely = kemungkinan { $number }
figure-span = { $low } sampai { $high }
figure-best = { $span } (perkiraan terbaik { $best })
figure-as-of = { $value } ({ $date })
figure-in-line = { $value } ({ $who }, { $date })
figure-in-line-noted = { $value } ({ $who }, { $date }; { $note })
kind-withdrawn = Ditarik
standing-confirmed-too = Dibenarkan pula oleh { $names }
standing-qualified = Dibatasi oleh keterangan { $names }
standing-revised = Diperbaiki pada { $date }: { $note }
speaking-for = mewakili { $name }
others = lainnya

role-origin = Pertama ditemukan di
role-confirms = Juga di
role-differs = Dengan rincian lain di
role-contradicts = Bertentangan dengan
link-supports = Mendukung
link-denies = Membantah
link-confirms = Membenarkan
link-qualifies = Membatasi
link-supersedes = Menggantikan
link-repeats = Mengulang
link-answers = Menanggapi
link-part-of = Bagian dari
link-context = Lihat juga
linked-supports = Didukung oleh
linked-denies = Dibantah oleh
linked-confirms = Dibenarkan oleh
linked-qualifies = Dibatasi oleh
linked-supersedes = Digantikan oleh
linked-repeats = Diulang oleh
linked-answers = Ditanggapi oleh
linked-part-of = Bagiannya
linked-context = Dirujuk pula oleh
