//! Words for supervised examinations: the organiser's pages, then the pages of whoever sits.

super::messages! {
    // The organiser's list.
    sittings_title => "Buổi thi", "Sittings";
    sittings_lead => "Mỗi buổi thi có một mã phòng thi. Người thi nhập mã để vào phòng. Bạn xem mặt, xem giấy tờ rồi cho làm bài.", "Each sitting has a code. People in the room enter it. You look at them and at their papers, then let them begin.";
    sittings_none => "Chưa có buổi thi nào ở nơi bạn phụ trách.", "No sitting yet in your area.";
    sittings_new => "Mở buổi thi mới", "Open a new sitting";
    sittings_of_list => "Các buổi thi", "The sittings";
    sitting_open => "Đang mở", "Open";
    sitting_paused => "Đang tạm dừng", "Paused";
    sitting_closed => "Đã kết thúc", "Closed";
    sitting_line(place: &str, moment: &str) => "{place}, mở lúc {moment}", "{place}, opened {moment}";

    // Opening one.
    sitting_which_test => "Thi bài nào?", "Which test?";
    sitting_where_unit => "Buổi thi thuộc nơi nào?", "For which area?";
    sitting_place => "Thi ở đâu?", "Where does it take place?";
    sitting_place_hint => "Điểm hỗ trợ, nhà văn hóa hoặc trường, ví dụ Nhà văn hóa tổ dân phố 12.", "The touchpoint, house of culture or school, for example House of culture, neighbourhood 12.";
    sitting_room => "Phòng, lời dặn", "Room, remarks";
    sitting_room_hint => "Không bắt buộc, ví dụ Tầng 2, mang theo kính.", "Not required, for example Second floor, bring your glasses.";
    sitting_expected => "Khoảng bao nhiêu người?", "About how many people?";
    sitting_names => "Danh sách người thi", "Names of those who sit";
    sitting_names_hint => "Không bắt buộc. Mỗi dòng một họ và tên. Ai có tên thì có sẵn chỗ, ai không có tên vẫn vào được bằng mã phòng thi.", "Not required. One full name a line. Each gets a seat; others can still come in with the code.";
    sitting_need_test => "Hãy chọn bài thi.", "Choose a test.";
    sitting_need_unit => "Hãy chọn nơi tổ chức.", "Choose the area.";
    sitting_need_place(most: usize) => "Hãy viết nơi thi, không quá {most} ký tự.", "Say where it takes place, in at most {most} characters.";
    sitting_need_room(most: usize) => "Lời dặn không quá {most} ký tự.", "The remark has at most {most} characters.";
    sitting_need_expected(most: u16) => "Hãy viết một số từ 1 đến {most}.", "Write a number from 1 to {most}.";
    sitting_need_names(line: usize) => "Dòng {line} của danh sách chưa phải là một họ và tên.", "Line {line} of the list is not a full name.";
    sitting_check_title => "Xem lại trước khi mở", "Check before opening";
    sitting_check_lead => "Mở xong là có mã phòng thi để mọi người vào. Lúc nào bạn cũng có thể tạm dừng hoặc kết thúc.", "Once it is open there is a code for everybody to come in. You can pause or close it at any time.";
    sitting_do_open => "Mở buổi thi", "Open the sitting";
    sitting_names_count(count: usize) => "{count} người", "{count} people";
    sitting_names_empty => "Không có danh sách", "No list";
    sitting_no_tests => "Chưa có bài thi nào dành cho buổi thi có giám sát.", "There is no test for a supervised sitting yet.";
    sitting_test => "Bài thi", "Test";
    sitting_at => "Nơi thi", "Place";
    sitting_unit => "Thuộc", "Area";

    // The room.
    room_code => "Mã phòng thi", "Code of the room";
    room_as_of(time: &str) => "Lúc {time}. Trang tự làm mới.", "At {time}. This page refreshes by itself.";
    room_as_of_still(time: &str) => "Lúc {time}. Trang không tự làm mới.", "At {time}. This page does not refresh by itself.";
    room_stand_still => "Dừng tự làm mới", "Stop refreshing";
    room_refresh => "Cho tự làm mới", "Refresh by itself";
    room_refresh_now => "Làm mới ngay", "Refresh now";
    room_seats => "Ai đang ngồi", "Who sits here";
    room_nobody => "Chưa ai vào. Hãy đọc mã phòng thi cho mọi người, hoặc in phiếu ký tên.", "Nobody has come in yet. Read the code out, or print the sign-in sheet.";
    room_counts(taken: usize, expected: u16) => "{taken} người đã vào, dự kiến {expected}", "{taken} people are in, {expected} expected";
    room_wait_for_you(count: usize) => "{count} người chờ bạn xem giấy tờ.", "{count} people wait for you to look at their papers.";
    room_pause => "Tạm dừng cả phòng", "Pause the room";
    room_resume => "Cho làm tiếp", "Let it go on";
    room_paused_since(time: &str) => "Cả phòng tạm dừng từ {time}. Thời gian tạm dừng không tính vào giờ làm bài.", "The room has been paused since {time}. This time does not count.";
    room_add_5 => "Thêm 5 phút cho mọi người", "5 minutes more for everybody";
    room_added(minutes: u16) => "Đã thêm cho cả phòng: {minutes} phút", "Added for everybody: {minutes} minutes";
    room_seat_somebody => "Xếp chỗ cho một người", "Seat somebody";
    room_note => "Ghi sự việc", "Note an incident";
    room_sheet => "In phiếu ký tên và mã", "Print the sign-in sheet and code";
    room_close => "Kết thúc buổi thi", "Close the sitting";
    room_more => "Việc khác", "More";
    room_notes => "Sự việc đã ghi", "Incidents noted";
    room_notes_none => "Chưa có sự việc nào.", "None so far.";
    room_shared_device => "Ai không có máy thì dùng máy chung. Trên máy ấy, mở trang đầu, bấm “Tôi có mã phòng thi”, nhập mã rồi chọn “Máy dùng chung”.", "Whoever has no device uses a shared one. On it, open the first page, tap “I have an exam code”, enter the code and choose “A shared one”.";

    // Heads and states of the table.
    seat_no => "Chỗ", "Seat";
    seat_name => "Người thi", "Person";
    seat_state => "Tình trạng", "State";
    seat_left => "Còn lại", "Time left";
    seat_expected => "Chưa đến", "Not here yet";
    seat_waiting => "Chờ bạn xem giấy tờ", "Waiting for you";
    seat_admitted => "Sẵn sàng, chưa bắt đầu", "Ready, not begun";
    seat_answering(question: usize) => "Câu {question}", "Question {question}";
    seat_paused(question: usize) => "Tạm dừng ở câu {question}", "Paused at question {question}";
    seat_passed => "Xong, đạt", "Done, passed";
    seat_not_passed => "Xong, chưa đạt", "Done, not passed";
    seat_time_over => "Hết giờ", "Time is up";
    seat_done => "Xong", "Done";
    seat_stopped => "Đã cho dừng", "Ended by you";
    seat_closed => "Chưa xong khi đóng buổi thi", "Not finished when the sitting closed";
    seat_left_room => "Đã rời phòng", "Has left";
    seat_annulled => "Bài đã bị hủy", "Annulled";
    seat_minutes_left(minutes: u32) => "{minutes} phút", "{minutes} min";
    seat_untimed => "Không giới hạn", "No limit";
    seat_notes(count: usize) => "{count} sự việc", "{count} incidents";

    // One seat.
    seat_title(no: u16) => "Chỗ {no}", "Seat {no}";
    seat_code => "Mã chỗ", "Seat code";
    seat_code_hint => "Khi cần đổi máy, người ngồi đây dùng số chỗ và mã chỗ để làm tiếp.", "With the seat number and this code, the person who sits here can go on with another device.";
    seat_born => "Năm sinh", "Year of birth";
    seat_child => "Người thi dưới 18 tuổi: ở đây chỉ hiện chữ cái đầu. Hãy xem họ tên trên màn hình của em ấy.", "Under 18: only initials are shown here. Look at the name on the child's own screen.";
    seat_admit_title => "Người ngồi đây là ai?", "Who sits here?";
    seat_admit_lead => "Hãy so họ tên với giấy tờ. Không ghi lại số của giấy tờ nào.", "Compare the name with the papers. No number of any paper is kept.";
    seat_admit_papers => "Tôi đã xem giấy tờ, đúng người", "I have seen their papers: it is them";
    seat_admit_known => "Tôi biết rõ người này", "I know this person well";
    seat_admit_need => "Hãy chọn vì sao bạn biết đúng là người này.", "Choose how you know that it is them.";
    seat_admit_name => "Họ và tên trên giấy chứng nhận", "Full name on the certificate";
    seat_admit_name_hint => "Nếu gõ nhầm, hãy sửa cho đúng như giấy tờ.", "If it was mistyped, correct it to match the papers.";
    seat_admit => "Cho vào làm bài", "Let them in";
    seat_confirmed_papers => "Đã xem giấy tờ", "Papers seen";
    seat_confirmed_known => "Người tổ chức biết rõ", "Known to the organiser";
    seat_identity => "Đúng người", "Identity";
    seat_pause => "Tạm dừng chỗ này", "Pause this seat";
    seat_resume => "Cho làm tiếp", "Let it go on";
    seat_time_title => "Thời gian", "Time";
    seat_add_5 => "Thêm 5 phút", "5 minutes more";
    seat_add_15 => "Thêm 15 phút", "15 minutes more";
    seat_untime_title => "Bỏ giới hạn thời gian vì", "No time limit because of";
    seat_untime => "Bỏ giới hạn", "Take the limit off";
    seat_need_reason => "Hãy chọn lý do.", "Choose a reason.";
    entitled_disability => "Khuyết tật", "A disability";
    entitled_age => "Tuổi cao, mắt kém, tay chậm", "Age: weak eyes, slow hands";
    entitled_language => "Đọc tiếng Việt chưa thạo", "Reads Vietnamese with effort";
    entitled_health => "Ốm đau, mang thai", "Illness or pregnancy";
    seat_manner_title => "Người này làm bài bằng cách nào?", "How does this person take the test?";
    seat_manner_lead => "Chọn trước khi bắt đầu. Điều này được ghi cùng kết quả.", "Choose before it begins. The result will say so.";
    seat_manner_on_screen => "Tự đọc, tự bấm", "Reads and taps alone";
    seat_manner_read_aloud => "Có người đọc, tự bấm", "Somebody reads, the person taps";
    seat_manner_oral => "Có người đọc và bấm hộ", "Somebody reads and taps for them";
    seat_manner_save => "Lưu cách làm bài", "Save";
    seat_stop => "Cho dừng bài này", "End this attempt";
    seat_stop_hint => "Những câu đã trả lời vẫn được tính.", "What was answered counts.";
    seat_leave => "Người này đã ra về", "This person has left";
    seat_annul_title => "Hủy bài này", "Annul this attempt";
    seat_annul_hint => "Bài bị hủy thì không tính. Nếu bài đã xong, sẽ có người xem lại rồi quyết định.", "An annulled attempt does not count. If it is done already, somebody reviews it and decides.";
    seat_annul => "Hủy bài", "Annul";
    seat_annulled_because(words: &str) => "Bài đã bị hủy: {words}", "Annulled: {words}";

    // Incidents.
    note_title => "Ghi sự việc", "Note an incident";
    note_or_annul => "Ghi sự việc, hủy bài", "Note an incident, annul";
    note_lead => "Điều bạn ghi được lưu cùng buổi thi. Đừng ghi họ tên hay số giấy tờ của ai.", "It is kept with the sitting. Write no names and no numbers of papers.";
    note_kind => "Loại sự việc", "What kind?";
    note_words => "Đã xảy ra việc gì?", "What happened?";
    note_save => "Lưu sự việc", "Save";
    note_need_kind => "Hãy chọn loại sự việc.", "Choose a kind.";
    note_need_words => "Hãy viết việc đã xảy ra.", "Write what happened.";
    note_technical => "Mạng, điện, máy", "Network, power, device";
    note_health => "Sức khỏe, ra ngoài", "Health, going out";
    note_disturbance => "Ồn ào, gián đoạn", "Noise, interruption";
    note_rules => "Làm hộ, nhìn bài, chụp ảnh", "Help, copying, pictures";
    note_identity => "Chưa rõ có đúng người không", "Not sure who it is";
    note_other => "Việc khác", "Something else";
    note_line(time: &str, kind: &str) => "{time}, {kind}", "{time}, {kind}";
    note_at_seat(no: u16) => "chỗ {no}", "seat {no}";

    // Seating somebody.
    seat_add_title => "Xếp chỗ cho ai?", "Whom do you seat?";
    seat_add_lead => "Người trong danh sách của bạn giữ nguyên kết quả học trước đây. Người mới chỉ cần họ tên.", "People on your list keep what they learned before. Somebody new needs only a name.";
    seat_add_whom => "Người trong danh sách", "People on the list";
    seat_add_new => "Họ và tên người mới", "Full name of somebody new";
    seat_add => "Xếp chỗ", "Seat them";
    seat_add_need => "Hãy chọn một người, hoặc gõ họ tên người mới.", "Choose a person, or type the name of somebody new.";

    // Closing, results.
    close_title => "Kết thúc buổi thi?", "Close the sitting?";
    close_lead => "Kết thúc rồi thì không ai vào và không ai trả lời được nữa. Buổi thi không mở lại được.", "After that nobody comes in and nobody answers. It cannot be opened again.";
    close_still(count: usize) => "{count} người đang làm bài. Câu nào đã trả lời thì vẫn được tính.", "{count} people are still answering. What they answered counts.";
    close_nobody => "Không còn ai đang làm bài.", "Nobody is answering any more.";
    close_do => "Kết thúc", "Close";
    close_not => "Để mở tiếp", "Leave it open";
    results_title => "Kết quả", "Results";
    results_passed(count: usize) => "{count} người đạt", "{count} people passed";
    results_certificates => "Cấp giấy chứng nhận cho người đạt", "Issue certificates to those who passed";
    results_closed_at(moment: &str) => "Buổi thi kết thúc lúc {moment}.", "The sitting closed at {moment}.";

    // The sign-in sheet.
    sheet_title => "Phiếu ký tên buổi thi", "Sign-in sheet";
    sheet_steps => "Cách vào thi", "How to come in";
    sheet_step_1 => "Quét mã QR (hình vuông), hoặc mở trang dưới đây rồi nhập mã phòng thi.", "Scan the QR code (the square), or open the page below and enter the code.";
    sheet_step_2 => "Gõ họ tên như trên giấy tờ.", "Type your name as on your papers.";
    sheet_step_3 => "Đưa giấy tờ cho người tổ chức xem, rồi bắt đầu.", "Show your papers to the organiser, then begin.";
    sheet_step_4 => "Mất mạng hay hết pin thì báo người tổ chức. Bạn làm tiếp trên máy khác bằng số chỗ và mã chỗ.", "If the network or the battery fails, tell the organiser. With your seat number and seat code you go on with another device.";
    sheet_sign => "Ký tên", "Signature";
    sheet_qr => "Mã QR dẫn đến trang vào phòng thi", "QR code that leads to the page of the sitting";
    sheet_organiser => "Người tổ chức ký", "The organiser signs";

    // Who sits.
    exam_title => "Vào phòng thi", "Come in to the exam";
    exam_lead => "Người tổ chức đọc mã cho cả phòng nghe, hoặc viết mã trên bảng.", "The organiser reads the code out, or it is on the board.";
    exam_code => "Mã phòng thi", "Code of the room";
    exam_code_hint => "Sáu chữ và số, ví dụ K7M-4XP. Viết hoa hay thường đều được.", "Six letters and digits, for example K7M-4XP. Small or large letters both work.";
    exam_code_need => "Bạn gõ mã phòng thi.", "Type the code of the room.";
    exam_code_wrong => "Không có phòng thi nào đang mở với mã này. Bạn xem lại từng chữ, từng số.", "No sitting is open with this code. Look at each letter and digit again.";
    exam_too_many => "Đã thử quá nhiều mã. Bạn chờ 15 phút, hoặc nhờ người tổ chức giúp.", "Too many codes were tried. Wait 15 minutes, or ask the organiser.";
    exam_have_seat => "Tôi đã có số chỗ và mã chỗ", "I have a seat number and a seat code";
    exam_join_title => "Bạn tên là gì?", "What is your name?";
    exam_join_lead(test: &str, place: &str) => "Bài thi: {test}, tại {place}.", "Test: {test}, at {place}.";
    exam_name => "Họ và tên", "Full name";
    exam_name_hint => "Như trên giấy tờ. Tên này sẽ in trên giấy chứng nhận.", "As on your papers. This name is printed on the certificate.";
    exam_born => "Năm sinh", "Year of birth";
    exam_born_hint => "Bốn số, ví dụ 1955.", "Four digits, for example 1955.";
    exam_device => "Bạn dùng máy của ai?", "Whose device is this?";
    exam_device_own => "Máy của tôi", "My own";
    exam_device_own_hint => "Kết quả được ghi cùng những gì bạn đã học trên máy này.", "The result is kept with what you learned on it.";
    exam_device_shared => "Máy dùng chung, máy của người khác", "A shared one, or somebody else's";
    exam_device_shared_hint => "Thi xong, bạn đưa máy cho người sau dùng.", "When you are done, you hand it to the next person.";
    exam_signed_in(login: &str) => "Máy này đang đăng nhập là {login}. Khi bạn vào phòng thi, tài khoản ấy sẽ đăng xuất khỏi máy này.", "This device is signed in as {login}. Coming in signs that account out here.";
    exam_need_name => "Hãy gõ họ và tên.", "Type your full name.";
    exam_need_born => "Năm sinh gồm bốn số, ví dụ 1955.", "The year of birth has four digits, for example 1955.";
    exam_need_device => "Hãy chọn máy của ai.", "Choose whose device it is.";
    exam_join => "Vào phòng", "Come in";
    exam_return_title => "Làm tiếp ở chỗ của bạn", "Go on at your seat";
    exam_return_lead => "Số chỗ và mã chỗ hiện trên màn hình khi bạn vào phòng. Quên thì hỏi người tổ chức.", "Seat number and seat code were on the screen when you came in. If you forgot them, ask the organiser.";
    exam_seat_no => "Số chỗ", "Seat number";
    exam_seat_code => "Mã chỗ", "Seat code";
    exam_seat_code_hint => "Bốn số.", "Four digits.";
    exam_return_wrong => "Mã phòng thi, số chỗ hoặc mã chỗ chưa đúng.", "The code, the seat number or the seat code is not right.";
    exam_return => "Về chỗ của tôi", "To my seat";

    // At the seat.
    exam_wait_title => "Mời bạn ngồi chờ", "Please wait";
    exam_wait => "Bạn đã vào phòng. Người tổ chức sẽ đến xem giấy tờ rồi cho bạn bắt đầu.", "You are in. The organiser will look at your papers and then let you begin.";
    exam_wait_refresh => "Trang này tự làm mới, bạn không cần bấm gì.", "This page refreshes by itself; you need not tap anything.";
    exam_keep => "Bạn ghi lại số chỗ và mã chỗ. Nếu máy hỏng, bạn dùng hai số này để làm tiếp trên máy khác.", "Write down the seat number and the seat code. If the device fails, you can go on with another.";
    exam_ready_title => "Bạn đã sẵn sàng", "You are ready";
    exam_ready => "Mỗi màn hình một câu. Trả lời câu nào là lưu câu đó.", "One question a screen. Each answer is saved at once.";
    exam_ready_minutes(minutes: u32) => "Bạn có {minutes} phút. Bạn bấm nút thì giờ mới bắt đầu tính.", "You have {minutes} minutes. They begin when you tap the button.";
    exam_ready_untimed => "Bạn không bị giới hạn thời gian.", "There is no time limit for you.";
    exam_begin => "Bắt đầu làm bài", "Begin";
    exam_paused_title => "Đang tạm dừng", "Paused";
    exam_paused => "Người tổ chức đã cho tạm dừng. Thời gian tạm dừng không tính, câu đã trả lời vẫn còn.", "The organiser has paused it. This time does not count, and your answers are kept.";
    exam_go_on => "Làm tiếp", "Go on";
    exam_going_title => "Bạn đang làm bài", "You are in the middle of it";
    exam_done_title => "Bạn đã làm xong", "You are done";
    exam_done => "Cảm ơn bạn. Kết quả đã được lưu.", "Thank you. Your result is saved.";
    exam_result => "Xem kết quả", "See the result";
    exam_stopped_title => "Bài thi đã dừng", "The exam has ended";
    exam_stopped => "Người tổ chức đã cho dừng bài này. Câu đã trả lời vẫn được lưu.", "The organiser has ended it. Your answers are saved.";
    exam_closed => "Người tổ chức đã đóng buổi thi khi bạn chưa làm xong. Câu đã trả lời vẫn được tính.", "The organiser closed the sitting before you had finished. What you answered counts.";
    exam_time_over => "Đã hết giờ. Câu đã trả lời vẫn được tính.", "Time is up. What you answered counts.";
    exam_annulled => "Bài này không được tính. Bạn hỏi người tổ chức để biết vì sao.", "This attempt does not count. Ask the organiser why.";
    exam_over_title => "Buổi thi đã kết thúc", "The sitting is closed";
    exam_over => "Không vào thi được nữa. Bạn vẫn học và làm bài kiểm tra được như thường.", "Nobody can come in any more. You can go on learning and taking checks.";
    exam_left_title => "Bạn đã rời phòng", "You have left";
    exam_left => "Muốn vào lại, hãy nhập mã phòng thi một lần nữa.", "To come back, enter the code once more.";
    exam_no_seat_title => "Bạn chưa có chỗ", "You have no seat yet";
    exam_no_seat => "Hãy nhập mã phòng thi để vào.", "Enter the code of the room to come in.";
    exam_leave => "Rời phòng", "Leave";
    exam_hand_on => "Đưa máy cho người sau", "Hand the device to the next person";
    exam_hand_on_hint => "Máy này không phải của bạn thì bấm nút này. Người sau sẽ không xem được bài của bạn.", "If this is not your device, tap here: the next person cannot see what you did.";
    exam_too_soon(moment: &str) => "Bạn vừa thi bài này. Từ {moment} bạn thi lại được.", "You sat this test not long ago. From {moment} you can sit it again.";
    exam_not_now => "Chưa bắt đầu được. Hãy báo người tổ chức.", "It cannot begin now. Tell the organiser.";
    exam_at_seat => "Máy này đang ở trong phòng thi: về chỗ của tôi", "This device is in an exam: to my seat";
    exam_still_open => "Bạn đang làm dở bài này từ lần trước. Hãy làm xong hoặc thôi hẳn lần đó, rồi bắt đầu ở đây.", "You have begun this test before. Finish or stop that one first, then begin here.";
    exam_home_link => "Tôi có mã phòng thi", "I have an exam code";
}
