/** A real time-stamp authority by `openssl ts`, made for one test: a root, an intermediate where asked, and a certificate for time stamping. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface AuthorityKind {
  /** "rsa" by default. */
  readonly key?: "rsa" | "ec" | "ec-p521";
  /** Extended key usage of the certificate that signs. */
  readonly purpose?: string;
  /** Another authority between the root and the one that signs. */
  readonly intermediate?: boolean;
  /** Digest that the tokens are signed with. */
  readonly digest?: "sha256" | "sha384" | "sha512";
}

export interface Authority {
  readonly folder: string;
  /** PEM of root and intermediate. */
  readonly chain: string;
  /** The response to a request in a file. */
  answer(request: string, response: string): Buffer;
  /** A token over the time stamp `info` as somebody dishonest could make it: any certificate, any options of `openssl cms`. */
  forge(
    info: Uint8Array,
    certificate: { purpose?: string; usage?: string; from?: string; until?: string },
    options?: readonly string[],
  ): Buffer;
}

/** Makes it in `folder`, which must not exist. */
export function makeAuthority(folder: string, kind: AuthorityKind = {}): Authority {
  const { key = "rsa", purpose = "critical,timeStamping", intermediate = false, digest = "sha256" } = kind;
  mkdirSync(folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  writeFileSync(
    at("ts.cnf"),
    `
[tsa]
default_tsa = tsa1
[tsa1]
dir = .
serial = ./serial
crypto_device = builtin
signer_cert = ./tsa.pem
certs = ./chain.pem
signer_key = ./tsa.key
signer_digest = ${digest}
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256, sha384, sha512
accuracy = secs:1, millisecs:500
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`,
  );
  writeFileSync(at("serial"), "01\n");
  writeFileSync(
    at("extensions.cnf"),
    `
[ca]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[tsa]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = ${purpose}
subjectKeyIdentifier = hash
`,
  );
  const newKey = (name: string) => {
    if (key === "rsa") openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", name);
    else openssl("genpkey", "-algorithm", "EC", "-pkeyopt", `ec_paramgen_curve:${key === "ec" ? "P-256" : "P-521"}`, "-out", name);
  };
  const issue = (name: string, subject: string, by: string | undefined, section: "ca" | "tsa", validDays: number) => {
    newKey(`${name}.key`);
    openssl("req", "-new", "-key", `${name}.key`, "-subj", subject, "-out", `${name}.csr`);
    const signing = by === undefined ? ["-signkey", `${name}.key`] : ["-CA", `${by}.pem`, "-CAkey", `${by}.key`, "-CAcreateserial"];
    openssl(
      ...["x509", "-req", "-in", `${name}.csr`, ...signing, "-days", String(validDays), "-extfile", "extensions.cnf"],
      ...["-extensions", section, "-out", `${name}.pem`],
    );
  };
  issue("root", "/O=Synthetic Authority/CN=Synthetic Root", undefined, "ca", 3650);
  if (intermediate) issue("middle", "/O=Synthetic Authority/CN=Synthetic Intermediate", "root", "ca", 3000);
  issue("tsa", "/C=XX/O=Synthetic Authority/CN=Synthetic Time Stamps", intermediate ? "middle" : "root", "tsa", 365);
  writeFileSync(at("chain.pem"), `${readFileSync(at("root.pem"), "utf8")}${intermediate ? readFileSync(at("middle.pem"), "utf8") : ""}`);
  return {
    folder,
    chain: at("chain.pem"),
    answer(request, response) {
      openssl("ts", "-reply", "-config", "ts.cnf", "-queryfile", request, "-out", response);
      return readFileSync(response);
    },
    forge(info, { purpose: other = "critical,timeStamping", usage = "critical,digitalSignature", from, until }, options = []) {
      writeFileSync(at("forged.cnf"), `[e]\nkeyUsage = ${usage}\nextendedKeyUsage = ${other}\nsubjectKeyIdentifier = hash\n`);
      writeFileSync(at("forged.info"), info);
      writeFileSync(at("forged-ca.cnf"), caConfiguration);
      writeFileSync(at("forged-index"), "");
      openssl(
        ...["ca", "-batch", "-config", "forged-ca.cnf", "-name", "c", "-in", "tsa.csr", "-out", "forged.pem", "-notext"],
        ...["-extfile", "forged.cnf", "-extensions", "e", "-startdate", from ?? "20200101000000Z", "-enddate", until ?? "20450101000000Z"],
      );
      openssl(
        ...["cms", "-sign", "-binary", "-nodetach", "-nosmimecap", "-econtent_type", "1.2.840.113549.1.9.16.1.4", "-in", "forged.info"],
        ...[
          "-signer",
          "forged.pem",
          "-inkey",
          "tsa.key",
          "-outform",
          "DER",
          "-out",
          "forged.tst",
          ...(options.length === 0 ? ["-cades"] : options),
        ],
      );
      return readFileSync(at("forged.tst"));
    },
  };
}

const caConfiguration = `
[c]
database = ./forged-index
rand_serial = yes
new_certs_dir = .
certificate = ./root.pem
private_key = ./root.key
default_md = sha256
policy = p
unique_subject = no
[p]
countryName = optional
organizationName = optional
commonName = supplied
`;
