//! Requests and answers as messages of fields.

use jiff::Timestamp;

use crate::framing::{join, split};
use crate::handle::{Method, Request, Response, handle};
use crate::worker::{BadPack, Worker};

/// Loads the pack of a message.
pub(crate) fn load(worker: &mut Worker, message: &[u8]) -> Result<(), BadPack> {
    match split(message).as_deref() {
        Some([name, bytes]) => worker.load(core::str::from_utf8(name).map_err(|_| BadPack)?, bytes),
        _ => Err(BadPack),
    }
}

/// Answers the request of a message; what is not understood is left to the network.
pub(crate) fn answer(worker: &Worker, message: &[u8]) -> Vec<u8> {
    let response = split(message).and_then(|fields| Some(handle(worker, &request(&fields)?)));
    match response.unwrap_or(Response::NotMine) {
        Response::Page(html) => join(&[b"page", html.as_bytes()]),
        Response::Redirect(url, None) => join(&[b"redirect", url.as_str().as_bytes()]),
        Response::Redirect(url, Some(written)) => join(&[
            b"redirect",
            url.as_str().as_bytes(),
            written.state.as_bytes(),
            written.statement.as_bytes(),
        ]),
        Response::NeedPack(name) => join(&[b"need", name.to_string().as_bytes()]),
        Response::Keep(names) => {
            let names: Vec<String> = names.iter().map(ToString::to_string).collect();
            join(&[b"keep", names.join(" ").as_bytes()])
        }
        Response::NotMine => join(&[b"not-mine"]),
    }
}

fn request<'a>(fields: &[&'a [u8]]) -> Option<Request<'a>> {
    let [method, path, body, now, chance, state, pending, offline] = fields else { return None };
    let (one, other) = chance.split_at_checked(10)?;
    Some(Request {
        method: match *method {
            b"GET" => Method::Get,
            b"POST" => Method::Post,
            b"LOST" => Method::Lost,
            b"KEEP" => Method::Keep,
            _ => return None,
        },
        path: text(path)?,
        body: text(body)?,
        now: Timestamp::from_millisecond(text(now)?.parse().ok()?).ok()?,
        chance: [one.try_into().ok()?, other.try_into().ok()?],
        state,
        pending: text(pending)?.parse().ok()?,
        offline: *offline == b"1",
    })
}

fn text(field: &[u8]) -> Option<&str> {
    core::str::from_utf8(field).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_left_to_the_network() {
        let not_mine = join(&[b"not-mine"]);
        let whole: Vec<&[u8]> = vec![b"GET", b"/learn", b"", b"0", &[0; 20], b"", b"0", b""];
        for at in 0..whole.len() {
            let mut fields = whole.clone();
            fields[at] = b"\xff";
            assert_eq!(answer(&Worker::default(), &join(&fields)), not_mine, "field {at}");
        }
        assert_eq!(answer(&Worker::default(), b"\x09"), not_mine);
    }

    #[test]
    fn a_pack_of_an_unknown_name_or_shape_is_refused() {
        let syllabus = crate::pack(&domain::content::Syllabus::default());
        for (fields, expect) in [
            (vec![&b"syllabus"[..], syllabus.as_slice()], Ok(())),
            (vec![b"syllabus", b"{}"], Err(BadPack)),
            (vec![b"items", b"[]"], Err(BadPack)),
            (vec![b"syllabus"], Err(BadPack)),
        ] {
            assert_eq!(load(&mut Worker::default(), &join(&fields)), expect, "{fields:?}");
        }
    }
}
