// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/gzip_stream.h"

#include <zlib.h>

#include <new>

#include "base/error.h"

namespace egiz::exchange {
namespace {

constexpr std::size_t kBuffer = 256 * 1024;  // bytes
constexpr int kGzipWindow = 15 + 16;         // the largest window; 16 asks for gzip

}  // namespace

struct GzipBuffer::State {
  z_stream stream{};
  State() {
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  ~State() { deflateEnd(&stream); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

GzipBuffer::GzipBuffer(std::ostream& out)
    : out_(out), state_(std::make_unique<State>()), input_(kBuffer), output_(kBuffer) {
  setp(input_.data(), input_.data() + input_.size());
}

GzipBuffer::~GzipBuffer() = default;

void GzipBuffer::pack(int flush) {
  z_stream& stream = state_->stream;
  stream.next_in = reinterpret_cast<Bytef*>(pbase());
  stream.avail_in = static_cast<uInt>(pptr() - pbase());
  do {
    stream.next_out = reinterpret_cast<Bytef*>(output_.data());
    stream.avail_out = static_cast<uInt>(output_.size());
    deflate(&stream, flush);
    out_.write(output_.data(), static_cast<std::streamsize>(output_.size() - stream.avail_out));
  } while (stream.avail_out == 0);
  setp(input_.data(), input_.data() + input_.size());
}

GzipBuffer::int_type GzipBuffer::overflow(int_type c) {
  pack(Z_NO_FLUSH);
  if (!out_) return traits_type::eof();
  if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
  return traits_type::not_eof(c);
}

// Flushing packs nothing early: the file is worth something only when it is whole.
int GzipBuffer::sync() { return out_ ? 0 : -1; }

void GzipBuffer::finish() {
  pack(Z_FINISH);
  if (!out_) throw Error(ErrorCode::io, "the packed file could not be written; is the disk full?");
}

}  // namespace egiz::exchange
