// Take the secret of a link out of the address into the form: it was sent to nobody.
const field = document.getElementById("link");
const secret = decodeURIComponent(location.hash.slice(1));
if (secret) {
  field.value = secret;
  document.getElementById("link-field").hidden = true;
  history.replaceState(null, "", location.pathname);
  document.getElementById("password").focus();
}
