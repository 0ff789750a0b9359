//! What goes to paper as a file.

super::messages! {
    // Below the holder's own certificate.
    cert_pdf_hint => "Bạn cũng có thể tải tệp PDF về máy, rồi gửi cho tiệm in hoặc nhờ người nhà in giúp.", "Or download a PDF file, to send to a print shop or to somebody who prints it for you.";
    cert_pdf => "Tải giấy khổ A4", "Download the A4 sheet";
    cert_pdf_card => "Tải thẻ bỏ ví", "Download the card for the wallet";

    // On the A4 sheet, when the skills are too many for its front.
    cert_overleaf => "Những kỹ năng đã đạt: xem trang sau", "Skills reached: see the next page";

    // Names of the files: plain letters, words joined by "-".
    cert_file => "giay-chung-nhan", "certificate";
    cert_card_file => "the-chung-nhan", "certificate-card";

    // The cards of a class on sheets to cut: the title of the document, and its file.
    cert_class_title => "Thẻ chứng nhận của cả lớp", "Certificate cards of a class";
    cert_class_file => "the-chung-nhan-ca-lop", "class-certificate-cards";

    // A name with a letter that the file cannot show.
    cert_pdf_letter(letter: char) => "Trong tệp PDF chưa có kiểu chữ cho “{letter}”. Bạn vẫn in được từ trang giấy chứng nhận.", "The PDF file has no shape for “{letter}”. You can still print from the page of the certificate.";
    cert_pdf_back => "Mở giấy chứng nhận", "Open the certificate";
}
