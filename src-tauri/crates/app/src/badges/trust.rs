//! What badges are held against: keys of issuers that the person trusts, and their own addresses.

use super::check::{file, read_key};
use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::input;
use crate::settings::IdParams;
use groundwork_domain::badge::IssuerKey;
use groundwork_store::new_record_id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// What badges are held against.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BadgeTrustView {
    /// Keys that the person trusts.
    pub keys: Vec<IssuerKey>,
    /// Their addresses.
    pub addresses: Vec<String>,
}

/// A key to trust.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PinKeyParams {
    /// What to call it.
    pub name: String,
    /// The issuer's id that it is for; none for any issuer.
    #[serde(default)]
    pub issuer: Option<String>,
    /// The key as text: a JSON Web Key, or a `did:key`. Where it and the file are absent the person is asked for a file.
    #[serde(default)]
    pub text: Option<String>,
    /// A file with the key, in the terminal.
    #[serde(default)]
    pub path: Option<String>,
}

/// An address of the person's.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AddressParams {
    /// An e-mail address.
    pub address: String,
}

/// `badges.trust`: keys and addresses.
pub(crate) fn trust(call: &Call<'_>, _: Nothing) -> Result<BadgeTrustView, AppError> {
    call.app
        .store()?
        .read(|reader| Ok(BadgeTrustView { keys: reader.issuer_keys()?, addresses: reader.addresses()? }))
}

/// `badges.pin`: trusts a key. Nothing changes when the person chose no file.
pub(crate) fn pin(call: &Call<'_>, params: PinKeyParams) -> Result<BadgeTrustView, AppError> {
    let name = input::name("name", &params.name)?;
    let issuer = params.issuer.map(|issuer| input::line("issuer", &issuer)).transpose()?;
    let issuer = issuer.filter(|issuer| !issuer.is_empty());
    let Some(file) = file(call, params.path, params.text)? else { return trust(call, Nothing {}) };
    let text = String::from_utf8(file.bytes)
        .map_err(|_| AppError::with("badge.key", [("detail", "not UTF-8".to_owned())]))?;
    let key = read_key(&text)?;
    let known = trust(call, Nothing {})?.keys;
    if known.iter().any(|it| it.key.thumbprint == key.thumbprint && it.issuer == issuer) {
        return Err(AppError::new("badge.pinned_already"));
    }
    input::list("keys", &known)?;
    let added_on = call.app.clock.today();
    let record = IssuerKey { id: new_record_id(), issuer, name: name.clone(), key, added_on };
    call.write("badges.pin", json!({ "name": name }), |writer| Ok(writer.put_issuer_key(&record)?))?;
    trust(call, Nothing {})
}

/// `badges.unpin`: trusts a key no longer.
pub(crate) fn unpin(call: &Call<'_>, params: IdParams) -> Result<BadgeTrustView, AppError> {
    let known = trust(call, Nothing {})?.keys;
    let found = known.into_iter().find(|it| it.id == params.id);
    let key = found.ok_or_else(|| AppError::with("record.unknown", [("id", params.id.to_string())]))?;
    call.write("badges.unpin", json!({ "name": key.name }), |writer| {
        writer.delete_issuer_key(&params.id)?;
        Ok(())
    })?;
    trust(call, Nothing {})
}

/// `badges.add_address`: an address to which badges of the person's were issued.
pub(crate) fn add_address(call: &Call<'_>, params: AddressParams) -> Result<BadgeTrustView, AppError> {
    let address = input::line("address", &params.address)?;
    let shaped = address.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.contains('@') && !host.starts_with('.')
    });
    if !shaped || address.chars().any(char::is_whitespace) {
        return Err(AppError::with("badge.address", [("value", address)]));
    }
    let known = trust(call, Nothing {})?.addresses;
    input::list("addresses", &known)?;
    if known.contains(&address) {
        return Err(AppError::with("badge.address_known", [("value", address)]));
    }
    call.write("badges.add_address", json!({ "name": address }), |writer| {
        writer.add_address(&address)?;
        Ok(())
    })?;
    trust(call, Nothing {})
}

/// `badges.remove_address`: an address that is no longer the person's.
pub(crate) fn remove_address(call: &Call<'_>, params: AddressParams) -> Result<BadgeTrustView, AppError> {
    let address = input::line("address", &params.address)?;
    if !trust(call, Nothing {})?.addresses.contains(&address) {
        return Err(AppError::with("record.unknown", [("id", address)]));
    }
    call.write("badges.remove_address", json!({ "name": address }), |writer| {
        writer.delete_address(&address)?;
        Ok(())
    })?;
    trust(call, Nothing {})
}
