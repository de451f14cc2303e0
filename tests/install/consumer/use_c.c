/* SPDX-License-Identifier: Apache-2.0 */
#include <egiz.h>
#include <stdio.h>

int main(void) {
  puts(egiz_version());
  return 0;
}
