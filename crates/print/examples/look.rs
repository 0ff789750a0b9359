//! Writes every sample as a PDF into a folder, to be looked at: `cargo run -p print --example look /tmp/looks`.

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("which folder?")?;
    let save = |name: String, bytes: Vec<u8>| std::fs::write(Path::new(&folder).join(name), bytes);
    std::fs::create_dir_all(&folder)?;
    for (index, sheet) in print::samples::certificates().iter().enumerate() {
        save(format!("certificate-{index}.pdf"), print::certificate_a4(sheet)?)?;
    }
    for (index, card) in print::samples::cards().iter().enumerate() {
        save(format!("card-{index}.pdf"), print::certificate_card(card)?)?;
    }
    let class: Vec<_> = print::samples::cards().into_iter().cycle().take(23).collect();
    Ok(save("class.pdf".into(), print::card_sheet("Lớp học tối thứ ba", &class)?)?)
}
