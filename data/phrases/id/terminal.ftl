### Kata-kata baris perintah dan promptnya.

terminal-welcome = Sumber menjawab pertanyaan tentang: { $title }. Fakta diketahui hingga { $date }.
terminal-how = Bertanyalah dengan kata-kata sendiri, atau dengan perintah seperti { $example }. Tab melengkapi; “help” menampilkan semua perintah, “quit” keluar.
terminal-go-live = DISCORD_TOKEN belum diatur, jadi tidak ada yang dikirim ke Discord. Untuk menjawab di sana, buatlah aplikasi di { $url }, lalu jalankan lagi dengan token botnya di DISCORD_TOKEN (atau dalam berkas .env).
terminal-preview = Pratinjau tersedia di { $address } – bukalah di peramban. Ctrl-C menghentikannya.
terminal-exposed = Perhatian: alamat ini dapat dijangkau orang lain. Siapa pun yang membukanya dapat bertanya dan melihat masalah dalam berkas fakta.
terminal-help = Perintah:
terminal-options = Opsi:
terminal-option-part = Bagian ke berapa dari daftar dengan lebih dari 150 butir
terminal-option-page = Halaman ke berapa dari jawaban yang panjang
terminal-interrupted = Untuk keluar, ketik “quit” atau tekan Ctrl-D.
terminal-bye = Sampai jumpa.
terminal-no-token = DISCORD_TOKEN belum diatur. Buatlah aplikasi di { $url }, salin tokennya (Bot, Reset Token), lalu simpan di DISCORD_TOKEN atau dalam berkas .env.
terminal-unchanged = Discord sudah memiliki perintah-perintah ini; tidak ada yang dikirim.
terminal-sent = { $number } perintah dikirim ke Discord.

terminal-setup-application = Aplikasi: { $name }
terminal-setup-key = Kunci publik untuk HTTP bertanda tangan, bukan rahasia; tulis baris ini dalam berkas .env:
terminal-setup-wrong-key = Perhatian: DISCORD_PUBLIC_KEY bukan kunci publik aplikasi ini, sehingga setiap permintaan bertanda tangan ditolak. Baris yang benar untuk berkas .env:
terminal-setup-called = Discord memanggil { $url } dan tidak mengirim apa pun lewat gateway. Gunakan --clear-endpoint untuk mengubahnya.
terminal-setup-changes = Yang akan diubah:
terminal-setup-nothing = Semua sudah siap; tidak ada yang perlu diubah.
terminal-setup-description = Deskripsi: “{ $new }”
terminal-setup-description-instead = Deskripsi: “{ $new }” menggantikan “{ $old }”
terminal-setup-description-kept = Tidak diubah: deskripsi yang ditulis pengelola, “{ $old }”. Dengan --replace, deskripsi menjadi “{ $new }”
terminal-setup-tags = Tag: { $new }
terminal-setup-tags-instead = Tag: { $new } menggantikan { $old }
terminal-setup-tags-kept = Tidak diubah: tag yang dipilih pengelola, { $old }. Dengan --replace, tag menjadi { $new }.
terminal-setup-install = Pemasangan: di server dan di akun pribadi, dengan cakupan { $scope }
terminal-setup-commands = Perintah: { $number } perintah didaftarkan menggantikan yang ada di Discord
terminal-setup-endpoint = Endpoint: { $new }, yang langsung diuji dan selanjutnya dipanggil oleh Discord; tidak ada lagi interaksi yang masuk lewat gateway
terminal-setup-endpoint-none = Endpoint: { $old } dihapus; semua interaksi kembali masuk lewat gateway
terminal-setup-question = Lakukan perubahan ini? [y/N]
terminal-setup-done = Selesai.
terminal-setup-ignored = Discord menerima perubahan, tetapi tidak menyimpan semuanya. Lihat { $url }.
terminal-setup-declined = Tidak ada yang diubah.
terminal-setup-unasked = Tidak ada yang diubah karena tidak ada jawaban. Tambahkan --yes untuk melakukan perubahan tanpa pertanyaan.
terminal-setup-invite = Pasang bot di server atau di akun Anda: { $url }
terminal-setup-by-hand = Yang masih dapat dilakukan sendiri, jika mau: nama, gambar, serta tautan ke ketentuan dan kebijakan privasi, di { $url }
terminal-setup-address = “{ $url }” bukan endpoint. Tulis seperti https://bot.example.org/interactions, atau gunakan --clear-endpoint untuk menghapusnya.
terminal-setup-endpoint-refused = Discord menguji { $url } dan tidak mendapat jawaban yang benar, jadi endpoint tidak diubah. Jalankan bot untuk HTTP bertanda tangan (DISCORD_PUBLIC_KEY={ $key } dan, jika ada token, discord.wire = "http" dalam pengaturan), pastikan alamat itu mengarah ke bot, lalu ulangi perintah ini.
terminal-setup-refused = Discord menolak: { $why }. Ubahlah pengaturan secara manual di { $url }, atau laporkan kepada pembuat Sumber.
terminal-setup-unavailable = Discord tidak menjawab sebagaimana mestinya: { $why }. Periksa koneksi dan https://discordstatus.com, lalu ulangi perintah ini.
terminal-twice = Peringatan: perintah tampil dua kali jika didaftarkan untuk satu server dan sekaligus untuk semua server. “sumber commands --clear --guild ID” menghapus perintah di satu server.
terminal-clear = Tidak ada perintah di Discord untuk cakupan itu; tidak ada yang dihapus.
terminal-removed = { $number } perintah dihapus dari Discord.

# What `sumber new` writes into a new fact file, with an example about an invented clock.
new-about = Siapa mengatakan apa tentang ini, kapan, dan di mana itu dapat dibaca. Tulis di sini apa yang termuat dalam kumpulan ini dan apa yang tidak.
new-report = Beri tahu kami pernyataan mana yang keliru, bagaimana seharusnya, dan di mana itu dapat dibaca.
new-topic-question = Siapa mengatakan apa tentang “{ $topic }”?
new-topic-description = Siapa mengatakan apa tentang “{ $topic }”
new-town = Kota Eastport
new-mayor = wali kota
new-clock = Jam balai kota sudah berjalan lagi sejak 1 Mei 2024.
new-clock-wrong = Jam balai kota terlambat tujuh menit setiap hari.
