### Jawaban: judul, catatan, tampilan, opsi.

as-known-on = sejauh yang diketahui per { $date }
heading-said = Pernyataan
heading-denied = Bantahan
heading-confirmed = Konfirmasi
heading-differs = Perbedaan
heading-over-time = Angka dari waktu ke waktu
heading-sources = Sumber
heading-copies = Salinan sumber lain, tidak dihitung

view-short = Jawaban singkat
view-full = Selengkapnya
view-details = Rincian
view-claims = Pernyataan
view-denials = Bantahan
view-timeline = Linimasa
view-quotes = Kutipan
view-figures = Angka
view-sources = Sumber

language-name = Bahasa Indonesia

option-view = Tampilan yang ingin dilihat
option-as-of = Apa yang sudah diketahui pada hari, bulan, atau tahun tertentu, misalnya 2024-05-02
option-lang = Bahasa jawaban
option-picture = Sertakan pula gambar untuk disimpan atau diperlihatkan di tempat lain
option-dossier = Dari kumpulan fakta yang mana
option-share = Perlihatkan jawaban kepada semua orang di sini

notice-beyond = Fakta yang tercatat hanya sampai { $date }.
notice-later = { $number } pernyataan dari sumber yang lebih baru tidak ditampilkan.
nothing-by-then = Per { $date } belum ada pernyataan yang tercatat di sini. Pernyataan pertama baru diketahui pada { $first }.
nothing-short = Saat itu belum ada pernyataan yang tercatat di sini.
nothing-full = Saat itu belum ada pernyataan yang tercatat di sini.
nothing-claims = Saat itu belum tercatat pihak yang menyatakannya.
nothing-denials = Tidak ada bantahan yang tercatat.
nothing-timeline = Saat itu belum ada pernyataan yang tercatat di sini.
nothing-quotes = Belum tercatat kutipan langsung saat itu.
nothing-figures = Belum tercatat angka saat itu.
nothing-sources = Belum ada sumber yang terbit saat itu.

footer-shown = { $n ->
    [1] satu pernyataan
   *[other] { $shown } dari { $number } pernyataan
}
footer-reviewed = fakta diketahui hingga { $date }
footer-inferred = † tanggal disimpulkan; tidak tercantum lengkap di sumber
footer-revision = revisi { $revision }
source-carries = Dirujuk untuk { $number } pernyataan di sini.
way-latest = Terbaru

unknown-command-title = Perintah itu tidak ada
unknown-command = Saya tidak mengenal “{ $name }”. Yang terdekat:
unknown-command-far = Saya tidak mengenal “{ $name }”. Inilah perintah yang ada:
unknown-view-title = Tampilan itu tidak ada
unknown-view = Saya tidak mengenal tampilan “{ $name }”. Yang terdekat:
unknown-view-far = Saya tidak mengenal tampilan “{ $name }”. Inilah tampilan yang ada:
unknown-day-title = Hari itu tidak terbaca
unknown-day = “{ $name }” bukan hari, bulan, atau tahun yang dapat saya baca. Tulislah seperti 2024-05-02, 2024-05, atau 2 Mei 2024. Berikut hari-hari ketika ada perubahan:
unknown-day-either = “{ $name }” dapat berarti { $days }. Pilihlah salah satu, atau tulislah seperti 2024-05-02 atau 2 Mei 2024. Di bawahnya beberapa hari ketika ada perubahan:
unknown-day-relative = Fakta di sini bertanggal dan diketahui hingga { $date }, jadi tidak mengenal “{ $name }”. Tulislah hari seperti 2024-05-02 atau 2 Mei 2024. Berikut hari-hari ketika ada perubahan:
unknown-language-title = Saya tidak berbicara dalam bahasa itu
unknown-language = Saya tidak mengenal bahasa “{ $name }”. Yang tersedia:
unknown-option-title = Opsi itu tidak ada
unknown-option = Opsi “{ $name }” tidak ada. Apakah yang dimaksud { $options }?
unknown-option-far = Opsi “{ $name }” tidak ada. Opsinya { $options }.
loose-word-title = Itu tidak terbaca seluruhnya
loose-word = “{ $word }” tidak termasuk opsi mana pun. Tulislah opsi seperti view:denials atau as_of:2024-05-02.
unreadable-or-two = { $first } atau { $second }
unreadable-or-many = { $start }, atau { $last }
nothing-at-all = Belum ada yang dicatat tentang hal ini.

command-ask = Bertanya dengan kata-kata sendiri, dalam bahasa { $languages }
command-topic = Topik apa pun, juga yang tidak memiliki perintah sendiri
command-search = Cari pernyataan dengan kata, nama, atau id, dalam bahasa { $languages }
command-claim = Satu pernyataan selengkapnya: siapa, kapan, sumber, status, dan tanggapannya
command-sides = Siapa yang menyatakan, membantah, membenarkan, atau tidak memastikan
command-who = Apa yang dinyatakan, dibantah, dan dibenarkan seseorang, dan siapa yang menanggapi
command-timeline = Pernyataan menurut urutan waktu, atau menurut peristiwanya
command-quotes = Kutipan langsung dengan terjemahannya, menurut pembicara, topik, atau kata
command-figures = Semua angka, menurut pihak yang menyebutkannya dan harinya
command-sources = Di mana semuanya dapat dibaca, dalam gaya sitasi yang Anda perlukan
command-changes = Apa yang dinyatakan, dibenarkan, dibantah, diperbaiki, atau ditarik sejak suatu hari
command-about = Apa isi kumpulan fakta ini, hingga kapan, dan cara melaporkan kekeliruan
command-help = Semua perintah, masing-masing satu baris
command-related = Apa yang tercatat tentang pokok bahasan suatu pesan, siapa pun yang menyatakannya

option-by = Menurut pernyataan atau peristiwa
option-claim = Pernyataan yang mana: kata di dalamnya, atau id-nya
option-topic = Tentang topik apa
option-name = Orang, negara, lembaga, kantor berita, atau perusahaan yang mana
option-query = Kata, dalam bahasa { $languages }; salah ketik tidak masalah
option-question = Pertanyaan Anda, dalam bahasa { $languages }
option-style = Gaya sitasi
option-from = Mulai hari, bulan, atau tahun tertentu, misalnya 2024-05
option-to = Hingga hari, bulan, atau tahun tertentu, misalnya 2024-12-31
option-since = Sejak hari, bulan, atau tahun tertentu, misalnya 2025-01-01

by-statement = Menurut pernyataan
by-event = Menurut peristiwa
timeline-of-events = Linimasa peristiwa
from-day = sejak { $date }
to-day = hingga { $date }
notice-no-event = { $number } pernyataan tidak menyangkut peristiwa bertanggal dan tidak ditampilkan.
nothing-timeline-here = Tidak ada catatan yang memenuhi semua syarat itu.
nothing-quotes-here = Tidak ada kutipan langsung yang memenuhi semua syarat itu.

heading-posts = Jabatan
post-speaking = saat berbicara, { $date }
post-from = per { $date }
heading-passed-on = Disampaikan pihak lain
heading-about = Tentang { $name }
heading-answers = Ditanggapi oleh
heading-answered = Menanggapi
heading-supports = Mendukungnya
heading-of-whole = Tentang pernyataan induknya
heading-qualified = Diberi catatan atau digantikan
heading-nearest = Terdekat
heading-found = Ditemukan
heading-standing = Status
heading-evidence = Sumber dan apa yang ditambahkan masing-masing
heading-linked = Pernyataan terkait
heading-history = Riwayat
heading-new = Pernyataan baru
heading-new-confirmed = Konfirmasi baru
heading-new-denied = Bantahan baru
heading-revised = Diperbaiki
heading-topics = Topik
heading-commands = Perintah

speaker-person = Orang
speaker-state = Negara
speaker-body = Lembaga atau organisasi
speaker-agency = Kantor berita
speaker-company = Perusahaan atau media
nothing-by-speaker = Belum ada pernyataan { $name } yang tercatat saat itu; di bawah ini yang dikatakan pihak lain.
nothing-of-speaker = Belum ada pernyataan dari atau tentang { $name } yang tercatat saat itu.

sides-title = Para pihak
sides-question = Siapa yang menyatakan, membantah, dan membenarkannya?
sides-of-what-title = Pihak dalam hal apa?
sides-of-what = Pilihlah topik, atau sebutkan pernyataan dengan claim:. Inilah topiknya:
turned-since = Belakangan menyatakan lain: { $names }

claim-of-what-title = Pernyataan yang mana?
claim-of-what = Sebutkan satu dengan claim:, memakai kata-kata dari pernyataan itu atau id-nya. Misalnya:
claim-not-yet = Hal ini belum diketahui per { $date }. Baru diketahui pada { $first }.
why-happened = Tanggal peristiwa: { $why }
counted-origins = Dihitung: { $names }
counted-no-copies = Tidak dihitung: { $number } salinan sumber lain
counted-none-before = Tidak dihitung: { $number } sumber yang terbit sebelum pernyataan itu
evidence-copy = Salinan sumber lain; tidak pernah dihitung
evidence-before = Terbit sebelum pernyataan itu; tidak dihitung untuknya
evidence-before-event = Terbit sebelum peristiwa itu; tidak dihitung untuknya
permanent-id = id: { $id }
known-since = Diketahui sejak { $date }
recorded-on = Dicatat pada { $date }

changes-title = Sejak { $date }
nothing-changed = Tidak ada yang berubah sejak { $date }.

search-title = Hasil pencarian
search-for = Anda mencari: { $words }
search-empty = Sebutkan apa yang dicari, misalnya nama, tempat, atau beberapa kata. Inilah topiknya:
search-shortened = Teks itu panjang; yang saya cari ialah “{ $words }”.
search-corrected = “{ $typed }” saya baca sebagai “{ $read }”.
search-unknown = Tidak ada catatan yang memuat { $words }.
search-nothing = Tidak ada yang ditemukan untuk “{ $words }”. Inilah kata terdekat yang saya kenal, dan topiknya:
search-nothing-near = Tidak ada yang ditemukan untuk “{ $words }”. Inilah topiknya:
search-nothing-yet = Belum ada yang diketahui tentang “{ $words }” per { $date }; sesudahnya ada. Inilah topiknya:
search-matched = “{ $word }” ({ $place })
search-why = Cocok dengan { $matches }
place-text = isi
place-quote = kutipan
place-speaker = pembicara
place-about = yang dibicarakan
place-topic = topik
place-where = tempat
place-source = sumber
place-note = catatan tentang sumber
place-id = id
place-channel = saluran
place-figure = angka
place-when = tanggal
place-kind = tindakan

related-title = Fakta terkait
related-notice = Ini bukan pemeriksaan atas pesan itu, melainkan daftar apa yang tercatat tentang pokok bahasan yang sama, siapa pun yang menyatakannya.
related-nothing = Tidak ada catatan tentang pokok bahasan pesan ini. Itu tidak berarti pesannya benar atau salah. Inilah topiknya:
related-no-text = Tidak ada yang dapat dicari: pesan itu tidak berisi teks yang dapat saya baca. Inilah topiknya:
related-other-script = Saya hanya membaca bahasa { $languages }, sedangkan sebagian besar pesan ini bukan dalam huruf Latin. Inilah topiknya:

way-ask = Tanyakan sebagai pertanyaan
way-search = Cari itu
way-claim = Pernyataannya
way-help = Perintah
way-about = Tentang
way-changes = Yang berubah
way-any-topic = Semua topik
way-any-speaker = Semua pembicara
way-any-words = Semua kata
way-turned-range = Tukar awal dan akhir
way-no-range = Tanpa rentang

about-holds = Isi
about-holds-text = { $claims } dari { $speakers }, dari { $sources }, tentang { $topics }
about-claims = { $number } pernyataan
about-speakers = { $number } pembicara
about-sources = { $number } sumber
about-topics = { $number } topik
about-reviewed = Diketahui hingga
about-rules = Kaidah
about-rules-text = Setiap pernyataan memiliki pembicara, tanggal, dan sumber. Tidak ada penilaian yang ditulis tangan: status suatu pernyataan dihitung dari siapa yang membantah dan membenarkannya, dan dari berapa penerbit independen yang memuatnya.
about-languages = Bahasa
about-licence = Lisensi fakta
about-report = Ada kekeliruan
about-privacy = Privasi
about-privacy-text = Siapa yang bertanya dan apa yang diketik tidak disimpan dan tidak dicatat.
help-title = Apa yang dapat ditanyakan
help-notice = Jawaban hanya terlihat oleh Anda sampai Anda membagikannya. Tambahkan as_of: untuk melihat apa yang diketahui pada suatu hari, lang: untuk bahasa lain.
help-notice-one-language = Jawaban hanya terlihat oleh Anda sampai Anda membagikannya. Tambahkan as_of: untuk melihat apa yang diketahui pada suatu hari.
help-on-messages = Pada pesan, Aplikasi › { $name }

unknown-topic-title = Topik itu tidak ada
unknown-topic = Saya tidak mengenal topik “{ $name }”. Yang terdekat:
unknown-topic-far = Saya tidak mengenal topik “{ $name }”. Inilah topiknya:
unknown-dossier-title = Kumpulan fakta itu tidak ada
unknown-dossier = Saya tidak mengenal kumpulan fakta “{ $name }”. Inilah kumpulan faktanya:
which-topic-title = Topik yang mana?
who-of-whom-title = Siapa?
who-of-whom = Sebutkan orang atau lembaga dengan name:. Inilah yang paling banyak pernyataannya:
which-speaker-title = Pembicara yang mana?
which-one = “{ $name }” dapat berarti salah satu dari yang berikut:
which-speaker-label = { $name } ({ $which })
unknown-speaker-title = Saya tidak mengenal pembicara itu
unknown-speaker = Saya tidak mengenal “{ $name }”. Yang terdekat:
unknown-speaker-far = Saya tidak mengenal “{ $name }”. Inilah beberapa yang saya kenal:
unknown-claim-title = Saya tidak mengenal pernyataan itu
unknown-claim = Tidak ada pernyataan dengan id “{ $name }”. Yang terdekat:
unknown-claim-far = Tidak ada pernyataan dengan id “{ $name }”, dan tidak ada yang memuat kata seperti itu.
unknown-style-title = Saya tidak mengenal gaya itu
unknown-style = Saya tidak mengenal gaya sitasi “{ $name }”. Inilah gayanya:
unknown-order-title = Saya tidak mengenal urutan itu
unknown-order = Saya tidak mengenal urutan “{ $name }”. Inilah urutannya:
unknown-range-title = Rentang itu berakhir sebelum dimulai
unknown-range = Hari pertama rentang itu jatuh sesudah hari terakhirnya. Anda dapat bertanya begini:

ask-title = Pertanyaan Anda
ask-read-as = Dibaca sebagai { $command }
ask-search = Cari kata-katanya
ask-empty = Tanyakan sesuatu, misalnya salah satu pertanyaan dari topik-topik ini.
ask-language = Itu tidak terbaca; saya membaca pertanyaan dalam { $languages }. Topik yang ada:
ask-opinion = Yang tercatat di sini hanya apa yang dinyatakan, dibantah, dan dibenarkan, bukan penilaian, ramalan, atau saran. Topik terdekat:
ask-unknown-near = Tidak ada catatan di sini yang memuat { $words }. Topik terdekat:
ask-unknown = Tidak ada catatan di sini yang memuat { $words }.
ask-nothing = Tidak ada catatan di sini yang menjawab itu. Topik terdekat:
ask-nothing-by = Tidak ada catatan dari { $name } tentang hal itu. Topik terdekat:
