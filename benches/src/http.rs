//! A browser reduced to what it sends: one connection kept alive, a cookie kept, Brotli asked for.

use std::io;
use std::net::SocketAddr;

use tokio::io::{AsyncBufRead, AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

/// An answer: its body is as it came, compressed if it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Where it sends the browser on to.
    pub location: Option<String>,
    /// Name and value of the cookie it sets.
    pub cookie: Option<String>,
    /// The body, without the frames of chunks.
    pub body: Vec<u8>,
}

impl Answer {
    /// The answer, if it has this status.
    ///
    /// # Errors
    /// When it has another one.
    pub fn expect(self, status: u16) -> io::Result<Self> {
        if self.status == status {
            return Ok(self);
        }
        Err(io::Error::other(format!("answered {} instead of {status}", self.status)))
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One connection of one visitor.
#[derive(Debug)]
pub struct Client {
    stream: BufReader<TcpStream>,
    host: SocketAddr,
    cookie: Option<String>,
    from: Option<String>,
}

impl Client {
    /// A visitor without a cookie.
    ///
    /// # Errors
    /// When nobody listens there.
    pub async fn connect(host: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), host, cookie: None, from: None })
    }

    /// From now on as if behind a proxy, from this address.
    pub fn come_from(&mut self, address: String) {
        self.from = Some(address);
    }

    /// From now on somebody else, on the same connection.
    pub fn forget(&mut self) {
        self.cookie = None;
    }

    /// Asks for a page as a browser does.
    ///
    /// # Errors
    /// When the connection breaks or the answer is no HTTP.
    pub async fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.ask(&format!("GET {path} HTTP/1.1\r\naccept-encoding: br\r\n"), "").await
    }

    /// Asks for a page without compression, to read it.
    ///
    /// # Errors
    /// As [`Client::get`].
    pub async fn get_plain(&mut self, path: &str) -> io::Result<Answer> {
        self.ask(&format!("GET {path} HTTP/1.1\r\n"), "").await
    }

    /// Sends a form as a browser does; it does not follow where the answer leads.
    ///
    /// # Errors
    /// As [`Client::get`].
    pub async fn post(&mut self, path: &str, form: &str) -> io::Result<Answer> {
        let head = format!(
            "POST {path} HTTP/1.1\r\naccept-encoding: br\r\nsec-fetch-site: same-origin\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n",
            form.len()
        );
        self.ask(&head, form).await
    }

    async fn ask(&mut self, head: &str, body: &str) -> io::Result<Answer> {
        let cookie = self.cookie.as_ref().map(|cookie| format!("cookie: {cookie}\r\n")).unwrap_or_default();
        let from = self.from.as_ref().map(|from| format!("x-forwarded-for: {from}\r\n")).unwrap_or_default();
        let asked =
            format!("{head}host: {}\r\naccept: text/html,*/*;q=0.8\r\n{from}{cookie}\r\n{body}", self.host);
        self.stream.write_all(asked.as_bytes()).await?;
        let answer = read_answer(&mut self.stream).await?;
        if let Some(cookie) = &answer.cookie {
            self.cookie = Some(cookie.clone());
        }
        Ok(answer)
    }
}

async fn read_answer(stream: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Answer> {
    let first = line(stream).await?;
    let status = first.split(' ').nth(1).and_then(|word| word.parse().ok());
    let status = status.ok_or_else(|| io::Error::other(format!("no HTTP: {first}")))?;
    let mut answer = Answer { status, location: None, cookie: None, body: Vec::new() };
    let (mut length, mut is_chunked) = (0, false);
    loop {
        let header = line(stream).await?;
        let Some((name, value)) = header.split_once(": ") else { break };
        match name {
            "content-length" => length = number(value, 10)?,
            "transfer-encoding" => is_chunked = value == "chunked",
            "location" => answer.location = Some(value.to_owned()),
            "set-cookie" => answer.cookie = value.split(';').next().map(str::to_owned),
            _ => {}
        }
    }
    if is_chunked {
        read_chunks(stream, &mut answer.body).await?;
    } else {
        append(stream, length, &mut answer.body).await?;
    }
    Ok(answer)
}

async fn read_chunks(stream: &mut (impl AsyncBufRead + Unpin), body: &mut Vec<u8>) -> io::Result<()> {
    loop {
        let size = number(&line(stream).await?, 16)?;
        append(stream, size, body).await?;
        line(stream).await?;
        if size == 0 {
            return Ok(());
        }
    }
}

async fn append(
    stream: &mut (impl AsyncBufRead + Unpin),
    count: usize,
    body: &mut Vec<u8>,
) -> io::Result<()> {
    let from = body.len();
    body.resize(from + count, 0);
    stream.read_exact(body.get_mut(from..).unwrap_or_default()).await.map(|_| ())
}

async fn line(stream: &mut (impl AsyncBufRead + Unpin)) -> io::Result<String> {
    let mut line = String::new();
    if stream.read_line(&mut line).await? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    line.truncate(line.trim_end().len());
    Ok(line)
}

fn number(text: &str, base: u32) -> io::Result<usize> {
    usize::from_str_radix(text, base).map_err(|_| io::Error::other(format!("no length: {text}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(mut text: &[u8]) -> (Answer, usize) {
        let answer = read_answer(&mut text).await.unwrap();
        (answer, text.len())
    }

    fn block_on<T>(future: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
    }

    #[test]
    fn an_answer_ends_where_it_says_and_the_next_begins_there() {
        let text = b"HTTP/1.1 303 See Other\r\nlocation: /learn\r\nset-cookie: a=b; Path=/\r\ncontent-length: 3\r\n\r\nabcHTTP";
        let (answer, left) = block_on(read(text));
        let expect = Answer {
            status: 303,
            location: Some("/learn".into()),
            cookie: Some("a=b".into()),
            body: b"abc".to_vec(),
        };
        assert_eq!((answer, left), (expect, 4));
    }

    #[test]
    fn chunks_are_joined() {
        let text =
            b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\na\r\n0123456789\r\n2\r\nab\r\n0\r\n\r\n";
        let (answer, left) = block_on(read(text));
        assert_eq!((answer.text().as_str(), left), ("0123456789ab", 0));
    }
}
