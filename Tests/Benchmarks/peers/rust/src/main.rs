//! The same token read with ring and serde_cbor: peer FILE TIMES.
use ring::signature::{UnparsedPublicKey, ED25519};
use serde_cbor::Value;
use std::collections::BTreeMap;

fn base32(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut pending, mut bits) = (0u32, 0);
    for &character in text {
        let value = match character {
            b'A'..=b'Z' => character - b'A',
            b'2'..=b'7' => character - b'2' + 26,
            _ => return None,
        };
        pending = (pending << 5 | value as u32) & 0xfff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((pending >> bits) as u8);
        }
    }
    Some(bytes)
}

fn judge(text: &str, key: &UnparsedPublicKey<Vec<u8>>) -> Option<usize> {
    let token = base32(&text.as_bytes()[4..])?;
    let parts: Vec<Value> = serde_cbor::from_slice(&token).ok()?;
    let (protected, payload, signature) = match parts.as_slice() {
        [Value::Bytes(p), Value::Map(_), Value::Bytes(l), Value::Bytes(s)] => (p, l, s),
        _ => return None,
    };
    let header: BTreeMap<i32, Value> = serde_cbor::from_slice(protected).ok()?;
    if header.get(&1) != Some(&Value::Integer(-19)) {
        return None;
    }
    let signed = serde_cbor::to_vec(&Value::Array(vec![
        Value::Text("Signature1".into()),
        Value::Bytes(protected.clone()),
        Value::Bytes(b"justificatif/token/1".to_vec()),
        Value::Bytes(payload.clone()),
    ]));
    key.verify(&signed.ok()?, signature).ok()?;
    let fields: BTreeMap<i32, Value> = serde_cbor::from_slice(payload).ok()?;
    match fields.get(&-70001) {
        Some(Value::Map(claims)) => Some(claims.len()),
        _ => None,
    }
}

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let content = std::fs::read_to_string(&words[1]).unwrap();
    let lines: Vec<&str> = content.split_whitespace().collect();
    let byte = |place: usize| u8::from_str_radix(&lines[1][place..place + 2], 16).unwrap();
    let key = UnparsedPublicKey::new(&ED25519, (0..32).map(|i| byte(2 * i)).collect::<Vec<u8>>());
    let times: u32 = words[2].parse().unwrap();
    for _ in 0..times {
        assert!(judge(lines[0], &key).unwrap() >= 5);
    }
}
