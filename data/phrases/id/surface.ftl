### Yang ditambahkan tampilan pada jawaban: tanda kutip, halaman, rujukan.
quoted = “{ $words }”
colon = :
page-of = halaman { $page } dari { $pages }
page-next = halaman berikutnya
heading-more = Lainnya

cite = { $publisher }, { $title }, { $date }
cite-authors = { $authors }, { $citation }
cite-authors-more = { $first } dkk.
cite-title = “{ $title }”
cite-title-ours = { $title } (bukan judul asli halaman)
cite-date-inferred = { $date } (tanggal disimpulkan)
cite-no-date = tanpa tanggal
cite-language = { $citation } (dalam bahasa { $language })
cite-unread = { $citation } (halaman tidak dibaca)
cite-gone = { $citation } (halaman sudah tidak ada)
cite-second = { $label }: { $address }
cite-read = { $citation }, diakses { $date }
cite-note-title = Judul diberikan penyusun; bukan judul asli halaman.
cite-note-date = Tanggalnya disimpulkan.
cite-note-issued = Terbit: { $date }
cite-note-archived = Diarsipkan pada { $date } oleh { $by }: { $address }
cite-note-gone = Ternyata sudah tidak ada di { $address } pada { $date }.
address-archived = arsip
address-original = alamat asli
style-plain = Teks biasa
style-markdown = Markdown
