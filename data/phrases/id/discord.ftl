### Kata-kata khusus untuk Discord.

application-description = Ringkasan bersumber tentang “{ $title }”: siapa yang menyatakannya, kapan, siapa yang membantahnya, dan di mana itu dapat dibaca. Bot ini tidak memberikan penilaian sendiri. Ketik /help untuk melihat apa yang dapat ditanyakan.
application-tags = fakta, sumber, kutipan, riset, berita

sorry-title = Maaf
sorry-form = Saya tidak memakai formulir, sehingga formulir ini tidak dapat saya baca. Silakan bertanya dengan perintah:
sorry-unknown = Discord mengirim sesuatu yang belum saya kenal. Silakan bertanya dengan perintah:
sorry-command = Perintah itu sudah tidak ada. Silakan bertanya dengan salah satu perintah ini:
sorry-option = Perintah ini telah berubah, dan salah satu opsinya tidak saya kenal lagi. Inilah pertanyaan Anda tanpa opsi itu:
sorry-option-way = Tanya tanpa opsi itu
slow-down = Pertanyaan sebanyak itu tidak dapat saya jawab sekaligus, jadi silakan tunggu beberapa detik, lalu coba lagi.
sorry-failed = Ada yang salah di pihak saya, jadi jawaban ini tidak dapat dibuat. Kesalahannya sudah dicatat. Silakan coba lagi.
press-outdated = Tombol ini berasal dari versi lama dan tidak dapat saya baca lagi. Silakan bertanya lagi dengan perintah:

button-share = Bagikan di sini
button-shared = Sudah dibagikan
button-cite = Sitasi
button-remove = Hapus
button-previous = ‹ Sebelumnya
button-next = Berikutnya ›
button-page = Buka halaman
menu-claims = Buka satu pernyataan …
menu-views = Tampilan lain …
menu-both = Tampilan lain dan pernyataan …
menu-styles = Gaya sitasi …
shared-by = Dibagikan oleh { $who }
share-lately = Jawaban ini baru saja dibagikan di sini. Tidak dikirim dua kali.
share-lately-command = Jawaban ini baru saja dibagikan di sini, jadi kali ini hanya Anda yang melihatnya.
share-busy = Baru saja beberapa jawaban dibagikan di sini, jadi silakan bagikan jawaban ini semenit lagi.
share-busy-command = Baru saja beberapa jawaban dibagikan di sini, jadi jawaban ini hanya terlihat oleh Anda.
share-hushed = Di sini Discord memperlihatkan kiriman saya hanya kepada Anda, karena saya tidak dipasang di server ini. Teks berikut dapat Anda salin:
share-hushed-command = Discord memperlihatkan jawaban ini hanya kepada Anda, karena saya tidak dipasang di server ini. “Sitasi” memberi Anda teks untuk disalin.
removed = Jawaban ini telah dihapus oleh yang membagikannya atau oleh moderator.
remove-refused = Hanya yang membagikan jawaban ini, atau yang berhak mengelola pesan di sini, yang dapat menghapusnya.
cite-panel = Untuk disalin: { $style }
