const CERTIFICATE_CODES = new Set([
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REVOKED",
  "CERT_SIGNATURE_FAILURE",
  "CERT_UNTRUSTED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "HOSTNAME_MISMATCH",
  "INVALID_CA",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
])

/** The certificate was refused, which happens before anything of a request is sent. */
export function isCertificateCode(code: string | undefined): boolean {
  return code !== undefined && CERTIFICATE_CODES.has(code)
}

const UNKNOWN_AUTHORITY_CODES = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
])

/** The certificate may be good: this server does not know who issued it (a bank's own authority, or a proxy that inspects traffic). */
export function isUnknownAuthorityCode(code: string | undefined): boolean {
  return code !== undefined && UNKNOWN_AUTHORITY_CODES.has(code)
}

/** The encrypted connection failed: for the certificate, or for what the two sides could not agree on. */
export function isTlsCode(code: string | undefined): boolean {
  return (
    isCertificateCode(code) ||
    (code !== undefined && /^(EPROTO$|ERR_TLS_|ERR_SSL_)/.test(code))
  )
}
