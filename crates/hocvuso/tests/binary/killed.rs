//! Goal: a server killed while 64 people act loses nothing that it has acknowledged.
//!
//! Method: each client posts acts over a connection of its own and notes the id of every act for which it has read the
//! `303`. After a given number of those the server is killed with SIGKILL, in the middle of what it does. Started again,
//! it must hold every noted act, and a recount must find no difference. The disk itself is not pulled out: that the
//! database asks it to keep what was written (`synchronous=FULL`) is a test of `store`.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use domain::ids::StatementId;
use store::db::{Location, Options};
use store::{Store, record};
use web::clock;

use crate::program::Folder;

const CLIENTS: usize = 64;
/// Acknowledged acts after which the server is killed.
const ENOUGH: usize = 2000;
/// How long one acknowledgement may take before the test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn a_killed_server_has_lost_no_acknowledged_act() {
    let folder = Folder::new();
    let mut server = folder.serve();
    let (sender, receiver) = channel();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| {
            let (address, sender) = (server.address.clone(), sender.clone());
            std::thread::spawn(move || Client::open(&address).acts_until_cut_off(&sender))
        })
        .collect();
    drop(sender);
    let next = || receiver.recv_timeout(PATIENCE).expect("the server acknowledges acts");
    let mut acknowledged: Vec<StatementId> = (0..ENOUGH).map(|_| next()).collect();
    server.kill();
    clients.into_iter().for_each(|client| client.join().unwrap());
    acknowledged.extend(receiver.try_iter());

    let started_again = folder.serve();
    drop(started_again);
    let missing = missing(&folder, &acknowledged);
    assert!(missing.is_empty(), "{} of {} are lost: {missing:?}", missing.len(), acknowledged.len());
    let recount = folder.run(&["recount"]).well();
    assert!(recount.out.contains("no difference"), "{recount:?}");
}

fn missing(folder: &Folder, acknowledged: &[StatementId]) -> Vec<StatementId> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let location = Location::Sqlite(folder.path().join("data/hocvuso.sqlite"));
        let store = Store::open(&location, Options::default()).await.unwrap();
        let mut missing = Vec::new();
        for id in acknowledged {
            if record::find_owner(&store, *id).await.unwrap().is_none() {
                missing.push(*id);
            }
        }
        missing
    })
}

/// One person on one connection.
struct Client {
    stream: BufReader<TcpStream>,
    cookie: String,
}

impl Client {
    fn open(address: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream: BufReader::new(stream), cookie: String::new() }
    }

    /// Acts until the server is gone, and tells the id of each act for which a `303` was read.
    fn acts_until_cut_off(mut self, acknowledged: &Sender<StatementId>) {
        for screen in (1..=4).cycle() {
            let id = StatementId::mint(clock::now(), clock::chance());
            let path = format!("/learn/vneid/{screen}");
            match self.post(&path, &format!("act={id}")) {
                Some(303) => acknowledged.send(id).unwrap(),
                Some(other) => panic!("{path} was answered with {other}"),
                None => return,
            }
        }
    }

    /// The status, or nothing when the connection broke before the whole head of the answer was read.
    fn post(&mut self, path: &str, body: &str) -> Option<u16> {
        let cookie = &self.cookie;
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncookie: {cookie}\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        self.stream.get_mut().write_all(head.as_bytes()).ok()?;
        let mut status = None;
        loop {
            let mut line = String::new();
            if self.stream.read_line(&mut line).ok()? == 0 {
                return None;
            }
            let line = line.trim_end();
            if let Some(cookie) = line.strip_prefix("set-cookie: ") {
                self.cookie = cookie.split(';').next().unwrap_or_default().to_owned();
            }
            status = status.or_else(|| line.split(' ').nth(1)?.parse().ok());
            if line.is_empty() {
                return status;
            }
        }
    }
}
