### Jawaban: judul, catatan, tampilan, opsi.

as-known-on = sejauh diketahui per { $date }
heading-said = Pernyataan
heading-denied = Bantahan
heading-confirmed = Pembenaran
heading-differs = Perbedaan
heading-sources = Sumber
heading-copies = Salinan sumber lain, tidak dihitung

view-overview = Ikhtisar
view-claims = Klaim
view-denials = Bantahan
view-timeline = Linimasa
view-quotes = Kutipan
view-figures = Angka
view-sources = Sumber

language-name = Bahasa Indonesia

option-view = Sisi mana yang ingin dilihat
option-as-of = Sejauh diketahui pada hari, bulan, atau tahun tertentu, misalnya 2024-10-18
option-lang = Bahasa jawaban
option-share = Perlihatkan jawaban kepada semua orang di sini

notice-beyond = Fakta diketahui hingga { $date }; sesudahnya belum ada yang dicatat.
notice-later = { $number } pernyataan sesudahnya tidak ditampilkan.
nothing-by-then = Belum ada yang diketahui tentang hal ini per { $date }. Pernyataan pertama diketahui pada { $first }.
nothing-overview = Belum ada yang diketahui tentang hal ini saat itu.
nothing-claims = Belum tercatat ada yang menyatakannya saat itu.
nothing-denials = Belum tercatat bantahan saat itu.
nothing-timeline = Belum ada yang diketahui tentang hal ini saat itu.
nothing-quotes = Belum tercatat kutipan langsung saat itu.
nothing-figures = Belum tercatat angka saat itu.
nothing-sources = Belum ada sumber yang terbit saat itu.

footer-shown = { $n } dari { $total } klaim
footer-reviewed = fakta diketahui hingga { $date }
footer-inferred = † tanggal disimpulkan, tidak tercetak lengkap
source-carries = Untuk { $number } klaim di sini.
way-latest = Terbaru

unknown-command-title = Perintah itu tidak ada
unknown-command = Saya tidak mengenal “{ $name }”. Yang terdekat:
unknown-command-far = Saya tidak mengenal “{ $name }”. Inilah perintah yang ada:
unknown-view-title = Tampilan itu tidak ada
unknown-view = Saya tidak mengenal tampilan “{ $name }”. Yang terdekat:
unknown-view-far = Saya tidak mengenal tampilan “{ $name }”. Inilah tampilan yang ada:
unknown-day-title = Hari itu tidak terbaca
unknown-day = “{ $name }” bukan hari, bulan, atau tahun yang dapat saya baca. Tulislah seperti 2024-10-18, 2024-10, atau 18 Oktober 2024. Pada hari-hari ini ada yang berubah:
unknown-day-either = “{ $name }” dapat berarti { $days }. Pilihlah salah satu, atau tulislah seperti 2024-10-18 atau 18 Oktober 2024. Sesudahnya beberapa hari saat ada yang berubah:
unknown-language-title = Saya tidak berbicara dalam bahasa itu
unknown-language = Saya tidak mengenal bahasa “{ $name }”. Yang tersedia:
unreadable-title = Pertanyaan itu tidak terbaca
unreadable-empty = Bertanyalah dengan perintah, misalnya { $example }. Inilah topiknya:
unreadable-sentence = Saya menjawab perintah seperti { $example }, bukan kalimat. Mungkin ini tentang:
unreadable-sentence-far = Saya menjawab perintah seperti { $example }, bukan kalimat. Inilah topiknya:
unreadable-option = Opsi “{ $name }” tidak ada. Maksudnya { $options }?
unreadable-option-far = Opsi “{ $name }” tidak ada. Opsinya { $options }.
unreadable-or-two = { $first } atau { $second }
unreadable-or-many = { $start }, atau { $last }
unreadable-loose = “{ $word }” tidak termasuk opsi mana pun. Tulislah opsi seperti view:denials atau as_of:2024-10-18.
nothing-at-all = Belum ada yang dicatat tentang hal ini.
