/** A self-signed certificate for localhost with its key, made for these tests and trusted by nobody. */
export const cert = [
  "-----BEGIN CERTIFICATE-----",
  "MIIBnDCCAUGgAwIBAgIUKxN8EVjoCIoeLjsAVowlfoR7FGkwCgYIKoZIzj0EAwIw",
  "FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMDE0MTAzOVoYDzIxMjYxMDI3",
  "MTQxMDM5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO",
  "PQMBBwNCAAQL832MloJ4Fh7CIMkw1T+JsNOc8xveQTTDGGIgH6IRePuVy2kHBfWZ",
  "buSaCguNtYOcjOb/7tzD1lt6jGQBkVxFo28wbTAdBgNVHQ4EFgQUc+esrHn/P0/I",
  "/RZtCCKO/xXioD4wHwYDVR0jBBgwFoAUc+esrHn/P0/I/RZtCCKO/xXioD4wDwYD",
  "VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI",
  "zj0EAwIDSQAwRgIhAKy5fTUXBPfYw3aBKEVJcSHxHh7KN5umD12ICT1VRLJWAiEA",
  "uENxzfu0PLHxUcXht3OVqBm5VoHNhRPeGvmMa1/q/p4=",
  "-----END CERTIFICATE-----",
].join("\n")

export const key = [
  "-----BEGIN PRIVATE KEY-----",
  "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgH5hS//NZkhVMsOCo",
  "dtcb6J0sxxGCFghmRCTd6XAvWxehRANCAAQL832MloJ4Fh7CIMkw1T+JsNOc8xve",
  "QTTDGGIgH6IRePuVy2kHBfWZbuSaCguNtYOcjOb/7tzD1lt6jGQBkVxF",
  "-----END PRIVATE KEY-----",
].join("\n")
