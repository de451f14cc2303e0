// SPDX-License-Identifier: Apache-2.0

// The matcher of OmegaT (Debian package omegat) over the same units: omegat.groovy UNITS.tsv QUERIES.txt FROM TO.
// UNITS: source<TAB>target a line.  Prints "load<TAB>seconds", then for each query its CPU time in ms and its best score.

import java.lang.management.ManagementFactory
import org.omegat.core.Core
import org.omegat.core.data.ExternalTMX
import org.omegat.core.data.IProject
import org.omegat.core.data.ProjectProperties
import org.omegat.core.events.IStopped
import org.omegat.core.statistics.FindMatches
import org.omegat.tokenizer.ITokenizer
import org.omegat.tokenizer.LuceneEnglishTokenizer
import org.omegat.tokenizer.LuceneRussianTokenizer
import org.omegat.tokenizer.DefaultTokenizer

def (units, queries, from, to) = args

def escaped(String text) { text.replace('&', '&amp;').replace('<', '&lt;').replaceAll(/[\x00-\x08\x0b\x0c\x0e-\x1f]/, ' ') }

// OmegaT reads its memories from TMX files.
def tmx = new File(units + '.tmx')
tmx.withWriter('UTF-8') { out ->
  out << '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="bench" creationtoolversion="1" '
  out << "segtype=\"sentence\" o-tmf=\"tsv\" adminlang=\"en\" srclang=\"${from}\" datatype=\"plaintext\"/><body>\n"
  new File(units).eachLine('UTF-8') { line ->
    def (source, target) = line.split('\t', 2)
    out << "<tu><tuv xml:lang=\"${from}\"><seg>${escaped(source)}</seg></tuv><tuv xml:lang=\"${to}\"><seg>${escaped(target)}</seg></tuv></tu>\n"
  }
  out << '</body></tmx>\n'
}

def properties = new ProjectProperties(File.createTempDir())
properties.sourceLanguage = from
properties.targetLanguage = to
properties.sentenceSegmentingEnabled = false
def begin = System.nanoTime()
def memory = new ExternalTMX(properties, tmx, false, false)
println "load\t${(System.nanoTime() - begin) / 1e9}"
tmx.delete()

def project = [
    getProjectProperties        : { properties },
    getTransMemories            : { ['memory': memory] },
    getAllEntries               : { [] },
    iterateByDefaultTranslations: { visitor -> },
    iterateByMultipleTranslations: { visitor -> },
] as IProject
Core.setProject(project)
def tokenizers = [en: LuceneEnglishTokenizer, ru: LuceneRussianTokenizer]
ITokenizer tokenizer = (tokenizers[from] ?: DefaultTokenizer).getDeclaredConstructor().newInstance()
def never = [isStopped: { false }] as IStopped
def threads = ManagementFactory.threadMXBean
new File(queries).eachLine('UTF-8') { query ->
  def start = threads.currentThreadCpuTime
  def found = new FindMatches(tokenizer, 5, false, false).search(project, query, true, true, never)
  def ms = (threads.currentThreadCpuTime - start) / 1e6
  def best = found ? found[0].scores[0] : null
  println "${ms}\t${best == null ? 0 : best.adjustedScore}"
}
