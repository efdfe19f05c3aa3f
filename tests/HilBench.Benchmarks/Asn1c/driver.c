/* Drives a codec that asn1c generated. PDU_HEADER and PDU_TYPE name the top-level type.
 *
 *   check            messages on standard input, each behind its length (4 octets, most significant first);
 *                    for each a line: "refused", or hexadecimal of the re-encoding, a tab, XER on one line
 *   time N R         one message on standard input in the same form; R lines with nanoseconds of a decoding
 *                    (heap tree freed) and of an encoding into a static buffer, means over N of them
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include PDU_HEADER

#define JOIN(a, b) a##b
#define DESCRIPTOR(type) JOIN(asn_DEF_, type)

static unsigned char message[1 << 16];
static unsigned char encoded[1 << 16];

static long read_message(void) {
  unsigned char head[4];
  if (fread(head, 1, 4, stdin) != 4) return -1;
  long length = ((long)head[0] << 24) | (head[1] << 16) | (head[2] << 8) | head[3];
  if (length > (long)sizeof message || fread(message, 1, length, stdin) != (size_t)length) return -1;
  return length;
}

static int put(const void *data, size_t size, void *unused) {
  const char *text = data;
  (void)unused;
  for (size_t i = 0; i < size; i++)
    if (text[i] != '\n' && text[i] != '\r') putchar(text[i]);
  return 0;
}

static void *decode(long length) {
  void *value = 0;
  asn_dec_rval_t result = uper_decode_complete(0, &DESCRIPTOR(PDU_TYPE), &value, message, length);
  if (result.code == RC_OK) return value;
  ASN_STRUCT_FREE(DESCRIPTOR(PDU_TYPE), value);
  return 0;
}

static int check(void) {
  long length;
  while ((length = read_message()) >= 0) {
    void *value = decode(length);
    if (!value) { puts("refused"); continue; }
    asn_enc_rval_t result = uper_encode_to_buffer(&DESCRIPTOR(PDU_TYPE), value, encoded, sizeof encoded);
    for (long i = 0; result.encoded >= 0 && i < (result.encoded + 7) / 8; i++) printf("%02X", encoded[i]);
    putchar('\t');
    xer_encode(&DESCRIPTOR(PDU_TYPE), value, XER_F_CANONICAL, put, 0);
    putchar('\n');
    ASN_STRUCT_FREE(DESCRIPTOR(PDU_TYPE), value);
  }
  return 0;
}

static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return at.tv_sec * 1e9 + at.tv_nsec;
}

static int measure(long rounds, long repetitions) {
  long length = read_message();
  void *value = length < 0 ? 0 : decode(length);
  if (!value) return 1;
  for (long r = 0; r < repetitions; r++) {
    double start = now();
    for (long i = 0; i < rounds; i++) {
      void *tree = decode(length);
      ASN_STRUCT_FREE(DESCRIPTOR(PDU_TYPE), tree);
    }
    double middle = now();
    for (long i = 0; i < rounds; i++) uper_encode_to_buffer(&DESCRIPTOR(PDU_TYPE), value, encoded, sizeof encoded);
    printf("%.1f %.1f\n", (middle - start) / rounds, (now() - middle) / rounds);
  }
  ASN_STRUCT_FREE(DESCRIPTOR(PDU_TYPE), value);
  return 0;
}

int main(int count, char **arguments) {
  if (count == 2 && !strcmp(arguments[1], "check")) return check();
  if (count == 4 && !strcmp(arguments[1], "time")) return measure(atol(arguments[2]), atol(arguments[3]));
  fputs("usage: codec check | codec time rounds repetitions\n", stderr);
  return 64;
}
