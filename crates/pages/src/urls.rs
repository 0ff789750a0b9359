//! Every address of the product. Nothing else in the house writes a path as text.
//!
//! Each line of the table gives a function that builds the address and a constant with its pattern, as axum's router
//! wants it (`/learn/{lesson}/{screen}`).
//!
//! ```
//! use pages::urls;
//! assert_eq!(urls::lesson("spot-scam", 3).to_string(), "/learn/spot-scam/3");
//! assert_eq!(urls::pattern::LESSON, "/learn/{lesson}/{screen}");
//! assert_eq!(urls::units().with("q", "Nghĩa Đô").to_string(), "/units?q=Ngh%C4%A9a%20%C4%90%C3%B4");
//! ```

use std::fmt;

/// An address within the product, beginning with `/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(String);

impl Url {
    /// The address as text, for a `Location` header.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a path with its query, when it is one of ours.
    ///
    /// ```
    /// use pages::urls::Url;
    /// assert!(Url::ours("/learn/vneid/2").is_some());
    /// assert!(Url::ours("//elsewhere.example").is_none());
    /// ```
    #[must_use]
    pub fn ours(path: &str) -> Option<Self> {
        let plain = path.split(['?', '#']).next().unwrap_or_default();
        let clean = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        (clean && is_ours(plain)).then(|| Self(path.to_owned()))
    }

    /// The address with one more query parameter; the value is percent-encoded here.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.0.push(if self.0.contains('?') { '&' } else { '?' });
        self.0.push_str(name);
        self.0.push('=');
        encode(value, &mut self.0);
        self
    }

    /// The address pointing at the element with this id.
    #[must_use]
    pub fn at(mut self, id: &str) -> Self {
        self.0.push('#');
        self.0.push_str(id);
        self
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Url> for String {
    fn from(url: Url) -> Self {
        url.0
    }
}

fn encode(value: &str, out: &mut String) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
}

macro_rules! urls {
    ($($(#[$doc:meta])* $name:ident $constant:ident ($($arg:ident: $type:ty),*) $path:literal;)*) => {
        $($(#[$doc])* #[must_use] pub fn $name($($arg: $type),*) -> Url { Url(format!($path)) })*

        /// The patterns of the addresses, in the syntax of axum's router.
        pub mod pattern {
            $($(#[$doc])* pub const $constant: &str = $path;)*

            /// All of them, in the order of the table.
            pub const ALL: &[&str] = &[$($constant),*];
        }
    };
}

urls! {
    /// The front door.
    home HOME() "/";
    /// Who am I: choosing a group.
    start START() "/start";
    /// Where am I: choosing a commune or ward.
    start_place START_PLACE() "/start/place";
    /// What is to be learned: the next step, then the courses of my path.
    learn LEARN() "/learn";
    /// Choosing a path; post chooses one.
    paths PATHS() "/learn/paths";
    /// A course: its lessons in order.
    course COURSE(course: &str) "/learn/course/{course}";
    /// One screen of a lesson, counted from 1.
    lesson LESSON(lesson: &str, screen: usize) "/learn/{lesson}/{screen}";
    /// A practice told before starting.
    practice PRACTICE(id: &str) "/practice/{id}";
    /// Post: begin the practice, guided or alone.
    practice_start PRACTICE_START(id: &str) "/practice/{id}/start";
    /// The drawn phone.
    practice_run PRACTICE_RUN(id: &str) "/practice/{id}/run";
    /// Post: a tap on the drawn phone.
    practice_tap PRACTICE_TAP(id: &str) "/practice/{id}/tap";
    /// The drills: leads on to those of the first skill that is drilled.
    drills DRILLS() "/drill";
    /// The drills of a skill: what they are, how the last round went.
    drill DRILL(skill: &str) "/drill/{skill}";
    /// Post: begin a round.
    drill_start DRILL_START(skill: &str) "/drill/{skill}/start";
    /// A message of the round, counted from 1; post judges it.
    drill_message DRILL_MESSAGE(skill: &str, place: usize) "/drill/{skill}/message/{place}";
    /// How the round went.
    drill_end DRILL_END(skill: &str) "/drill/{skill}/end";
    /// The test of a kind that is meant for me: leads on to it.
    test_of TEST_OF(kind: &str) "/test/{kind}";
    /// A test told before it starts.
    check CHECK(id: &str) "/check/{id}";
    /// Post: begin the test.
    check_start CHECK_START(id: &str) "/check/{id}/start";
    /// The question that is open now.
    check_question CHECK_QUESTION(id: &str) "/check/{id}/question";
    /// Post: an answer to it.
    check_answer CHECK_ANSWER(id: &str) "/check/{id}/answer";
    /// Stopping for good: asked, then posted.
    check_stop CHECK_STOP(id: &str) "/check/{id}/stop";
    /// Post: see the result when the time is over.
    check_close CHECK_CLOSE(id: &str) "/check/{id}/close";
    /// What the answers show, each explained.
    check_result CHECK_RESULT(id: &str) "/check/{id}/result";
    /// My ladder.
    me ME() "/me";
    /// What comes back today.
    today TODAY() "/review";
    /// My badges; post makes a link to one, or takes it back.
    badges BADGES() "/me/badges";
    /// A badge that its owner made public.
    badge BADGE(token: &str) "/badges/{token}";
    /// Visits to me that wait to be confirmed; post confirms one.
    visits_to_me VISITS_TO_ME() "/me/visits";
    /// For officials: sessions that wait to be confirmed; post confirms one.
    visits_confirm VISITS_CONFIRM() "/visits/confirm";
    /// Ask for the certificate: correct the name, check, confirm.
    certificate_ask CERTIFICATE_ASK() "/certificate";
    /// A certificate to keep and to print.
    certificate CERTIFICATE(number: &str) "/certificate/{number}";
    /// Correct the name on one's own certificate.
    certificate_correct CERTIFICATE_CORRECT(number: &str) "/certificate/{number}/correct";
    /// Post: renew one's own certificate.
    certificate_renew CERTIFICATE_RENEW(number: &str) "/certificate/{number}/renew";
    /// The certificate as a file for the wall.
    certificate_pdf CERTIFICATE_PDF(number: &str) "/certificate/{number}/certificate.pdf";
    /// The certificate as a file for the wallet.
    certificate_card_pdf CERTIFICATE_CARD_PDF(number: &str) "/certificate/{number}/card.pdf";
    /// The cards of all certificates that an official issued with one form, on sheets to cut.
    certificate_batch_cards CERTIFICATE_BATCH_CARDS(batch: &str) "/certificates/batch/{batch}/cards.pdf";
    /// For officials: the certificates issued in a unit.
    certificates CERTIFICATES() "/certificates";
    /// For officials: issue to several people at once; post issues.
    certificate_batch CERTIFICATE_BATCH() "/certificates/batch";
    /// For officials: the sheet of QR cards of a batch.
    certificate_cards CERTIFICATE_CARDS() "/certificates/cards";
    /// For officials: one certificate.
    certificate_case CERTIFICATE_CASE(id: &str) "/certificates/{id}";
    /// For officials: revoke it.
    certificate_revoke CERTIFICATE_REVOKE(id: &str) "/certificates/{id}/revoke";
    /// For officials: correct the name on it.
    certificate_amend CERTIFICATE_AMEND(id: &str) "/certificates/{id}/correct";
    /// For officials: open a review of a revoked one.
    certificate_object CERTIFICATE_OBJECT(id: &str) "/certificates/{id}/review";
    /// For officials: what has to be reviewed in a unit.
    reviews REVIEWS() "/reviews";
    /// For officials: one review; post decides it.
    review REVIEW(id: &str) "/reviews/{id}";
    /// The holder's certificate for other systems: a document of Open Badges.
    credential_json CREDENTIAL_JSON(number: &str) "/certificate/{number}/credential.json";
    /// The same as a compact token.
    credential_jwt CREDENTIAL_JWT(number: &str) "/certificate/{number}/credential.jwt";
    /// The same within a drawing.
    credential_svg CREDENTIAL_SVG(number: &str) "/certificate/{number}/credential.svg";
    /// The same within a picture.
    credential_png CREDENTIAL_PNG(number: &str) "/certificate/{number}/credential.png";
    /// Who issues, and with which keys.
    issuer ISSUER() "/issuer";
    /// The issuer's keys, as `did:web` has them.
    did_document DID_DOCUMENT() "/.well-known/did.json";
    /// Which credentials were withdrawn.
    status_list STATUS_LIST(list: u32) "/status/{list}";
    /// Post: a program has a credential signed.
    credentials_issue CREDENTIALS_ISSUE() "/credentials/issue";
    /// Post: a program has a credential verified.
    credentials_verify CREDENTIALS_VERIFY() "/credentials/verify";
    /// Post: a program withdraws a credential that it had signed.
    credentials_status CREDENTIALS_STATUS() "/credentials/status";
    /// Post: a program has a presentation verified.
    presentations_verify PRESENTATIONS_VERIFY() "/presentations/verify";
    /// Is a certificate genuine and valid?
    verify VERIFY(code: &str) "/verify/{code}";
    /// Type the number of a certificate to check.
    verify_ask VERIFY_ASK() "/verify";
    /// What a device keeps to judge certificates without a network.
    verify_snapshot VERIFY_SNAPSHOT() "/offline/certificates";
    /// Search of administrative units.
    units UNITS() "/units";
    /// A unit's figures against its targets.
    targets TARGETS(unit: &str) "/targets/{unit}";
    /// The standings under a figure.
    standings STANDINGS() "/standings";
    /// The standings of one person.
    person_standings PERSON_STANDINGS(person: &str) "/standings/{person}";
    /// One statement of the record.
    statement STATEMENT(id: &str) "/statements/{id}";
    /// For officials: void a statement.
    statement_void STATEMENT_VOID(id: &str) "/statements/{id}/void";
    /// What an account is there to do.
    desk DESK() "/desk";
    /// Note a visit.
    visit_new VISIT_NEW() "/visits/new";
    /// The helper's visits; post adds one.
    visits VISITS() "/visits";
    /// The sittings that an organiser sees; post opens one.
    sittings SITTINGS() "/sittings";
    /// What is said of a sitting before it opens; post shows it once more.
    sitting_new SITTING_NEW() "/sittings/new";
    /// A sitting's room as it is now; post does something to all of it.
    sitting SITTING(id: &str) "/sittings/{id}";
    /// Note an incident of the whole room.
    sitting_note SITTING_NOTE(id: &str) "/sittings/{id}/note";
    /// Look once more before closing a sitting.
    sitting_close SITTING_CLOSE(id: &str) "/sittings/{id}/close";
    /// The sign-in sheet, to print.
    sitting_sheet SITTING_SHEET(id: &str) "/sittings/{id}/sheet";
    /// Seat somebody; post does it.
    sitting_seats SITTING_SEATS(id: &str) "/sittings/{id}/seats";
    /// One seat of a sitting; post does something there.
    sitting_seat SITTING_SEAT(id: &str, no: u16) "/sittings/{id}/seats/{no}";
    /// Enter the code of a sitting.
    exam EXAM() "/exam";
    /// Go on at a seat, with its number and code.
    exam_return EXAM_RETURN() "/exam/return";
    /// My seat in the sitting.
    exam_seat EXAM_SEAT() "/exam/seat";
    /// Post: begin the attempt at my seat.
    exam_begin EXAM_BEGIN() "/exam/seat/begin";
    /// Post: leave before beginning.
    exam_leave EXAM_LEAVE() "/exam/seat/leave";
    /// Post: hand the device to the next person.
    exam_hand_on EXAM_HAND_ON() "/exam/seat/hand-on";
    /// Say who comes in to the sitting of a code.
    exam_join EXAM_JOIN(code: &str) "/exam/{code}";
    /// The bank of questions, for its keepers.
    bank BANK() "/bank";
    /// Post: count figures of questions afresh.
    bank_count BANK_COUNT() "/bank/count";
    /// Calibrations; post begins one.
    bank_calibrations BANK_CALIBRATIONS() "/bank/calibrations";
    /// What a calibration would change; post applies or leaves it.
    bank_calibration BANK_CALIBRATION(id: &str) "/bank/calibrations/{id}";
    /// Attempts that a person should look at.
    bank_flags BANK_FLAGS() "/bank/flags";
    /// One question: how it works.
    bank_item BANK_ITEM(item: &str) "/bank/{item}";
    /// Look once more before something is done to a question; post does it.
    bank_change BANK_CHANGE(item: &str) "/bank/{item}/change";
    /// What there is to learn for each competence of a framework.
    coverage COVERAGE() "/coverage";
    /// Sign in with name and password.
    sign_in SIGN_IN() "/sign-in";
    /// Post: sign out.
    sign_out SIGN_OUT() "/sign-out";
    /// Language and size of the text.
    preferences PREFERENCES() "/preferences";
    /// The living style guide.
    style_guide STYLE_GUIDE() "/style-guide";
    /// What is real here, what is demonstration, what is kept.
    about ABOUT() "/about";
    /// Ready? With version and database.
    healthz HEALTHZ() "/healthz";
    /// Figures for Prometheus.
    metrics METRICS() "/metrics";
    /// The service worker.
    service_worker SERVICE_WORKER() "/sw.js";
    /// For the service worker: the person's state.
    offline_state OFFLINE_STATE() "/offline/state";
    /// For the service worker: which packs there are.
    offline_manifest OFFLINE_MANIFEST() "/offline/manifest";
    /// For the service worker: one lesson or practice.
    offline_pack OFFLINE_PACK(name: &str) "/offline/pack/{name}";
    /// Statements in and out (xAPI).
    xapi_statements XAPI_STATEMENTS() "/xapi/statements";
    /// For an author, on their own machine: the number of the folder's present state.
    preview_version PREVIEW_VERSION() "/preview/version";
    /// The style beside that of the site.
    preview_css PREVIEW_CSS() "/preview/preview.css";
    /// The script that loads the page again.
    preview_script PREVIEW_SCRIPT() "/preview/preview.js";
    /// Post: a tap on a phone of the preview.
    preview_tap PREVIEW_TAP() "/preview/tap";
    /// A file whose name changes with its content.
    static_file STATIC_FILE(name: &str) "/static/{name}";
}

/// Whether a path (without query) is one of ours; tests use it to find broken links.
///
/// ```
/// assert!(pages::urls::is_ours("/check/basics/result"));
/// assert!(!pages::urls::is_ours("/check/basics/nothing"));
/// ```
#[must_use]
pub fn is_ours(path: &str) -> bool {
    pattern::ALL.iter().any(|pattern| matches(pattern, path))
}

fn matches(pattern: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (pattern.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(w), Some(g)) if w == g || (w.starts_with('{') && !g.is_empty()) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_in_a_query_cannot_break_out_of_it() {
        assert_eq!(home().with("a", "x&y=z#?").with("b", "1").as_str(), "/?a=x%26y%3Dz%23%3F&b=1");
    }

    #[test]
    fn no_two_addresses_are_the_same() {
        let mut all = pattern::ALL.to_vec();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), pattern::ALL.len());
    }
}
