// swift-format-ignore-file
// Written by Scripts/embed-templates from Templates; edit the templates and run it again.

/// The templates, style sheets and schema that the program carries inside itself.
enum BuiltIns {
  static let files: [TemplateSet.File] = [
    file("cover.html.mustache", ###"""
{{! index.html of a packet: verdict and why, main figures, what is missing, signatures, from what it was made. }}
{{<layout}}
{{$body}}
<section class="glance" aria-labelledby="verdict">
<h2 id="verdict">{{words.verdictHeading}}</h2>
<div class="glance-row">
{{#figure.verdict}}
<p class="verdict">{{>partials/badge}}</p>
{{/figure.verdict}}
<dl class="glance-facts">
<div><dt>{{words.storesDone}}</dt><dd>{{#figure.completed-stores}}{{>partials/figure}}{{/figure.completed-stores}}{{words.outOf}}{{#figure.approved-stores}}{{>partials/figure}}{{/figure.approved-stores}}</dd></div>
{{#page.isFinal}}
{{#figure.payable-total}}
{{>partials/fact}}
{{/figure.payable-total}}
{{#figure.withheld-total}}
{{>partials/fact}}
{{/figure.withheld-total}}
{{/page.isFinal}}
{{#page.isMidterm}}
<div><dt>{{words.recognisedTotal}} <span class="trial-mark">{{words.trialMark}}</span></dt><dd>{{recognisedTotal}}</dd></div>
{{#figure.total-deduction}}
<div><dt>{{title}} <span class="trial-mark">{{words.trialMark}}</span></dt><dd>{{>partials/figure}}</dd></div>
{{/figure.total-deduction}}
{{/page.isMidterm}}
{{#missing}}
<div><dt>{{words.toMend}}</dt><dd>{{total}} {{words.items}}</dd></div>
{{/missing}}
</dl>
</div>
{{#isPass}}
<p>{{words.verdictPass}}</p>
{{/isPass}}
{{^isPass}}
<p>{{words.verdictFail}}</p>
<ul class="reasons">
{{#reasons.codes}}
<li><strong>{{code}}</strong> {{title}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}} · {{count}} {{words.items}} · {{words.owner}}: {{ownerWord}}</li>
{{/reasons.codes}}
</ul>
{{/isPass}}
{{#page.isMidterm}}
<p class="trial">{{words.trialNote}}</p>
{{/page.isMidterm}}
</section>
<section aria-labelledby="owners">
<h2 id="owners">{{words.ownersHeading}}</h2>
{{^owners}}
<p>{{words.nothingMissing}}</p>
{{/owners}}
{{#hasOwners}}
<div class="scroll" role="group" tabindex="0" aria-label="{{words.ownersCaption}}">
<table class="owners">
<caption>{{words.ownersCaption}}</caption>
<thead>
<tr><th scope="col">{{words.owner}}</th><th scope="col" class="n">{{words.count}}</th><th scope="col">{{words.whatToMend}}</th></tr>
</thead>
<tbody>
{{#owners}}
<tr><th scope="row">{{word}}</th><td class="n">{{count}}</td><td><ul class="plain">{{#codes}}<li><span class="badge {{severity}}">{{severityWord}}</span> <strong class="code">{{code}}</strong> {{title}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}} × {{count}}</li>{{/codes}}</ul></td></tr>
{{/owners}}
</tbody>
</table>
</div>
{{/hasOwners}}
</section>
<section aria-labelledby="figures">
<h2 id="figures">{{words.mainFigures}}</h2>
<dl class="facts">
{{#figure.approved-stores}}
{{>partials/fact}}
{{/figure.approved-stores}}
{{#figure.adopted-stores}}
{{>partials/fact}}
{{/figure.adopted-stores}}
{{#figure.completed-stores}}
{{>partials/fact}}
{{/figure.completed-stores}}
{{#figure.shortfall-stores}}
{{>partials/fact}}
{{/figure.shortfall-stores}}
{{#figure.completion-progress}}
{{>partials/fact}}
{{/figure.completion-progress}}
{{#figure.usage-pass-rate}}
{{>partials/fact}}
{{/figure.usage-pass-rate}}
{{#figure.work-progress-planned}}
{{>partials/fact}}
{{/figure.work-progress-planned}}
{{#figure.work-progress-actual}}
{{>partials/fact}}
{{/figure.work-progress-actual}}
{{#figure.usage-total}}
{{>partials/fact}}
{{/figure.usage-total}}
{{#figure.total-deduction}}
{{>partials/fact}}
{{/figure.total-deduction}}
{{#figure.recognised-cloud-fee}}
{{>partials/fact}}
{{/figure.recognised-cloud-fee}}
{{#figure.recognised-counselling-fee}}
{{>partials/fact}}
{{/figure.recognised-counselling-fee}}
{{#figure.payable-total}}
{{>partials/fact}}
{{/figure.payable-total}}
{{#figure.withheld-total}}
{{>partials/fact}}
{{/figure.withheld-total}}
</dl>
</section>
<section aria-labelledby="parties">
<h2 id="parties">{{words.partiesHeading}}</h2>
<dl class="facts">
{{#head}}
<div><dt>{{words.districtOrg}}</dt><dd>{{districtOrg}}</dd></div>
<div><dt>{{words.county}}</dt><dd>{{county}}</dd></div>
{{/head}}
<div><dt>{{words.declaredOn}} <span class="clause">C8</span></dt><dd>{{declaredOn}}</dd></div>
<div><dt>{{words.declarationApprovedOn}} <span class="clause">C8</span></dt><dd>{{declarationApprovedOn}}</dd></div>
<div><dt>{{words.vendorContractOn}} <span class="clause">C9</span></dt><dd>{{vendorContractOn}}</dd></div>
<div><dt>{{words.districtContractOn}} <span class="clause">C9</span></dt><dd>{{districtContractOn}}</dd></div>
</dl>
</section>
{{>partials/signatures}}
<section aria-labelledby="missing">
<h2 id="missing">{{words.missingHeading}}</h2>
{{#findings}}
{{>partials/severities}}
{{/findings}}
{{#missing}}
{{#isEmpty}}
<p>{{words.nothingMissing}}</p>
{{/isEmpty}}
{{^isEmpty}}
{{>partials/finding-table}}
{{/isEmpty}}
{{#isCapped}}
<p class="note">{{words.shownOf}} {{shown}} / {{total}}</p>
{{/isCapped}}
{{/missing}}
<p><a href="findings.html">{{words.allFindings}}</a></p>
</section>
<section aria-labelledby="made-from">
<h2 id="made-from">{{words.madeFrom}}</h2>
{{>partials/provenance}}
{{>partials/files}}
{{>partials/mended}}
<p class="note">{{words.otherFiles}} <a href="packet.xml">packet.xml</a> · <a href="figures.csv">figures.csv</a> · <a href="findings.csv">findings.csv</a></p>
</section>
{{/body}}
{{/layout}}

"""###),
    file("findings.html.mustache", ###"""
{{! Totals and legend of the codes, then the findings, capped for each code. }}
{{<layout}}
{{$body}}
{{#findings}}
<section aria-labelledby="totals">
<h2 id="totals">{{words.totalsHeading}}</h2>
{{>partials/severities}}
<p>{{words.csvPointer}} <a href="findings.csv">findings.csv</a></p>
{{>partials/legend}}
</section>
<section aria-labelledby="list">
<h2 id="list">{{words.listHeading}}</h2>
{{#isEmpty}}
<p>{{words.noFindings}}</p>
{{/isEmpty}}
{{^isEmpty}}
{{#isCapped}}
<p class="note">{{words.cappedNote}} {{words.shownOf}} {{shown}} / {{total}}</p>
{{/isCapped}}
{{>partials/finding-table}}
{{/isEmpty}}
</section>
{{/findings}}
{{/body}}
{{/layout}}

"""###),
    file("layout.html.mustache", ###"""
{{! The frame of every page. Blocks: title, body. Style sheets and content policy stand here, so a page needs no network. }}
<!DOCTYPE html>
<html lang="{{page.lang}}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light"/>
<title>{{$title}}{{page.title}}{{/title}}{{#page.contract}} {{id}} {{districtName}}{{/page.contract}}</title>
<style>
{{{page.screenStyle}}}
@media print {
{{{page.printStyle}}}
}
@page { @bottom-left { content: "{{page.title}}{{#page.contract}}  {{id}}{{/page.contract}}"; font-size: 8.5pt; } }
{{#page.isDraft}}
@page { @top-right { content: "{{words.draft}}"; font-weight: 700; } }
{{/page.isDraft}}
</style>
</head>
<body class="page-{{page.kind}}">
<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2" height="6"/></pattern></defs></svg>
<a class="skip" href="#content">{{words.skipToContent}}</a>
<header class="title-block">
{{>partials/title-block}}
</header>
{{#page.contract}}
<nav aria-label="{{words.partsOfPacket}}">
<ul>
{{#page.parts}}
<li><a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{title}}</a></li>
{{/page.parts}}
</ul>
</nav>
{{/page.contract}}
<main id="content">
{{$body}}{{/body}}
</main>
<footer>
<p>review-packet {{page.program}} · {{words.ruleSet}} {{page.ruleSet}} · {{words.asOfDay}} {{page.asOf}} · {{words.lastDataDay}} {{page.lastDay}}</p>
</footer>
</body>
</html>

"""###),
    file("overview.html.mustache", ###"""
{{! index.html of the season: every contract and district. }}
{{<layout}}
{{$body}}
<section aria-labelledby="season">
<h2 id="season">{{words.seasonHeading}}</h2>
<dl class="facts">
{{#figure.contracts}}
{{>partials/fact}}
{{/figure.contracts}}
{{#figure.districts}}
{{>partials/fact}}
{{/figure.districts}}
{{#figure.approved-stores}}
{{>partials/fact}}
{{/figure.approved-stores}}
{{#figure.rostered-stores}}
{{>partials/fact}}
{{/figure.rostered-stores}}
{{#figure.adopted-stores}}
{{>partials/fact}}
{{/figure.adopted-stores}}
{{#figure.completed-stores}}
{{>partials/fact}}
{{/figure.completed-stores}}
{{#figure.shortfall-stores}}
{{>partials/fact}}
{{/figure.shortfall-stores}}
{{#figure.total-deduction}}
{{>partials/fact}}
{{/figure.total-deduction}}
{{#figure.recognised-total}}
{{>partials/fact}}
{{/figure.recognised-total}}
{{#figure.payable-total}}
{{>partials/fact}}
{{/figure.payable-total}}
{{#figure.withheld-total}}
{{>partials/fact}}
{{/figure.withheld-total}}
{{#figure.district-rewards}}
{{>partials/fact}}
{{/figure.district-rewards}}
</dl>
{{#page.isMidterm}}
<p class="trial">{{words.trialNote}}</p>
{{/page.isMidterm}}
</section>
<section aria-labelledby="contracts">
<h2 id="contracts">{{words.contractsHeading}}</h2>
<div class="scroll" role="group" tabindex="0" aria-label="{{words.contractsCaption}}">
<table class="contracts">
<caption>{{words.contractsCaption}}</caption>
<thead>
<tr><th scope="col">{{words.contract}}</th><th scope="col">{{words.district}}</th><th scope="col">{{words.vendor}}</th><th scope="col">{{words.verdict}}</th><th scope="col" class="n">{{words.approvedShort}}</th><th scope="col" class="n">{{words.completedShort}}</th><th scope="col" class="n">{{words.shortfallShort}}</th><th scope="col" class="n">{{words.workProgressShort}}</th><th scope="col" class="n">{{words.deductionShort}}</th><th scope="col" class="n">{{words.payableShort}}</th></tr>
</thead>
<tbody>
{{#contracts}}
<tr><th scope="row" class="id">{{#hasPacket}}<a href="{{head.folder}}/index.html">{{head.id}}</a>{{/hasPacket}}{{^hasPacket}}{{head.id}}{{/hasPacket}}</th><td>{{head.districtName}}</td><td>{{head.vendorName}}</td><td>{{#figure.verdict}}{{>partials/badge}}{{/figure.verdict}}</td><td class="n">{{#figure.approved-stores}}{{>partials/figure}}{{/figure.approved-stores}}</td><td class="n">{{#figure.completed-stores}}{{>partials/figure}}{{/figure.completed-stores}}</td><td class="n">{{#figure.shortfall-stores}}{{>partials/figure}}{{/figure.shortfall-stores}}</td><td class="n">{{#figure.work-progress-actual}}{{>partials/figure}}{{/figure.work-progress-actual}}</td><td class="n">{{#figure.total-deduction}}{{>partials/figure}}{{/figure.total-deduction}}</td><td class="n">{{#figure.payable-total}}{{>partials/figure}}{{/figure.payable-total}}</td></tr>
{{/contracts}}
{{^contracts}}
<tr><td colspan="10">{{words.noContracts}}</td></tr>
{{/contracts}}
</tbody>
</table>
</div>
</section>
<section aria-labelledby="districts">
<h2 id="districts">{{words.districtsHeading}}</h2>
{{#districtCharts}}
<figure>{{{.}}}</figure>
{{/districtCharts}}
<div class="scroll" role="group" tabindex="0" aria-label="{{words.districtsCaption}}">
<table>
<caption>{{words.districtsCaption}}</caption>
<thead>
<tr><th scope="col">{{words.districtID}}</th><th scope="col">{{words.district}}</th><th scope="col" class="n">{{words.contractsShort}}</th><th scope="col" class="n">{{words.approvedShort}}</th><th scope="col" class="n">{{words.completedShort}}</th><th scope="col" class="n">{{words.shortfallShort}}</th><th scope="col" class="n">{{words.districtDeduction}}</th><th scope="col" class="n">{{words.reward}} <span class="clause">C15</span></th></tr>
</thead>
<tbody>
{{#districts}}
<tr><td class="id">{{id}}</td><th scope="row">{{name}}</th><td class="n">{{#figure.contracts}}{{>partials/figure}}{{/figure.contracts}}</td><td class="n">{{#figure.approved-stores}}{{>partials/figure}}{{/figure.approved-stores}}</td><td class="n">{{#figure.completed-stores}}{{>partials/figure}}{{/figure.completed-stores}}</td><td class="n">{{#figure.shortfall-stores}}{{>partials/figure}}{{/figure.shortfall-stores}}</td><td class="n">{{#figure.district-deduction}}{{>partials/figure}}{{/figure.district-deduction}}</td><td class="n">{{#figure.district-reward}}{{>partials/figure}}{{/figure.district-reward}}</td></tr>
{{/districts}}
{{^districts}}
<tr><td colspan="8">{{words.noContracts}}</td></tr>
{{/districts}}
</tbody>
</table>
</div>
</section>
<section aria-labelledby="findings">
<h2 id="findings">{{words.findingsTotalsHeading}}</h2>
{{#findings}}
{{>partials/severities}}
{{>partials/legend}}
{{/findings}}
<p>{{words.csvPointer}} <a href="findings.csv">findings.csv</a></p>
</section>
<section aria-labelledby="made-from">
<h2 id="made-from">{{words.madeFrom}}</h2>
{{>partials/provenance}}
{{>partials/files}}
<p class="note">{{words.otherFiles}} <a href="season.xml">season.xml</a> · <a href="figures.csv">figures.csv</a></p>
</section>
{{/body}}
{{/layout}}

"""###),
    file("packet.xml.mustache", ###"""
<?xml version="1.0" encoding="UTF-8"?>
{{! packet.xml: the whole packet for the archive; review-packet.xsd says what it may hold. }}
<packet xmlns="urn:review-packet:packet:1" version="1.0" contract="{{approval.id}}" district="{{approval.district}}" vendor="{{approval.vendor}}" verdict="{{verdict}}" draft="{{draft}}"{{#blockedBy}} blocked-by="{{.}}"{{/blockedBy}} uses="{{totalUses}}">
{{#provenance}}
  {{>partials/provenance}}
{{/provenance}}
{{#approval}}
  {{>partials/approval}}
{{/approval}}
  {{>partials/result}}
{{#district}}
  {{>partials/district}}
{{/district}}
  <solutions>
{{#solutions}}
    <solution id="{{id}}"{{#source}}{{>partials/source}}{{/source}} vendor="{{vendor}}" physical-consumption="{{physicalConsumption}}" summit-qualified="{{summitQualified}}" fee-cap="{{feeCap}}">
      <name>{{name}}</name>
      <category>{{category}}</category>
      <ga-property>{{gaProperty}}</ga-property>
      <ga-view>{{gaView}}</ga-view>
      <ga-metric>{{gaMetric}}</ga-metric>
      <ga-store-pattern>{{gaStorePattern}}</ga-store-pattern>
      <verification-method>{{verificationMethod}}</verification-method>
    </solution>
{{/solutions}}
  </solutions>
  <stores>
{{#stores}}
    {{>partials/store}}
{{/stores}}
  </stores>
{{#work}}
  <work planned="{{planned}}" actual="{{actual}}" weight-sum="{{weightSum}}">
{{#items}}
    <item planned="{{planned}}" actual="{{actual}}">
      <plan>
{{#plan}}
        {{>partials/progress-row}}
{{/plan}}
      </plan>
{{#reports}}
      <report>
        {{>partials/progress-row}}
      </report>
{{/reports}}
    </item>
{{/items}}
  </work>
{{/work}}
  <rulings>
{{#rulings}}
    {{>partials/ruling}}
{{/rulings}}
  </rulings>
  <figures>
{{#figures}}
    {{>partials/figure}}
{{/figures}}
  </figures>
  <findings>
{{#findings}}
    {{>partials/finding}}
{{/findings}}
  </findings>
</packet>

"""###),
    file("partials/approval.xml.mustache", ###"""
<approval{{#source}}{{>partials/source}}{{/source}} approved-stores="{{approvedStores}}" counselling-fee="{{counsellingFee}}" cloud-fee="{{cloudFee}}"{{#declaredOn}} declared-on="{{.}}"{{/declaredOn}}{{#declarationApprovedOn}} declaration-approved-on="{{.}}"{{/declarationApprovedOn}}{{#vendorContractOn}} vendor-contract-on="{{.}}"{{/vendorContractOn}}{{#districtContractOn}} district-contract-on="{{.}}"{{/districtContractOn}}>
  <district-name>{{districtName}}</district-name>
  <district-org>{{districtOrg}}</district-org>
  <county>{{county}}</county>
  <vendor-name>{{vendorName}}</vendor-name>
</approval>

"""###),
    file("partials/badge.html.mustache", ###"""
{{! A figure that is a code: its word in a box coloured by the code. }}
<span class="badge {{value}}" data-scope="{{scope}}" data-figure="{{code}}" data-subject="{{subject}}"{{#period}} data-period="{{.}}"{{/period}} data-value="{{value}}">{{text}}</span>
"""###),
    file("partials/district.xml.mustache", ###"""
<district id="{{id}}" contracts="{{contracts}}" approved="{{approved}}" completed="{{completed}}" shortfall="{{shortfall}}" deduction="{{deduction}}" reward="{{reward}}">{{name}}</district>

"""###),
    file("partials/fact.html.mustache", ###"""
{{! A figure with its title, inside a list of facts. }}
<div><dt>{{title}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}}</dt><dd>{{>partials/figure}}</dd></div>

"""###),
    file("partials/figure.html.mustache", ###"""
{{! A figure with the marks by which a page can be read back. }}
<span class="figure" data-scope="{{scope}}" data-figure="{{code}}" data-subject="{{subject}}"{{#period}} data-period="{{.}}"{{/period}} data-value="{{value}}">{{text}}</span>
"""###),
    file("partials/figure.xml.mustache", ###"""
<figure scope="{{scope}}" subject="{{subject}}" code="{{code}}" period="{{period}}" value="{{value}}" unit="{{unit}}"{{#clause}} clause="{{.}}"{{/clause}}>
{{#operands}}
  <operand value="{{value}}"><name>{{name}}</name>{{#figure}}<from-figure scope="{{scope}}" subject="{{subject}}" code="{{code}}" period="{{period}}"/>{{/figure}}{{#setting}}<from-setting key="{{.}}"/>{{/setting}}{{#cell}}<from-cell{{>partials/place}}/>{{/cell}}{{#usage}}<from-usage store="{{store}}" first="{{first}}" last="{{last}}"/>{{/usage}}{{#findings}}<from-findings codes="{{list}}"/>{{/findings}}{{#isIntermediate}}<intermediate/>{{/isIntermediate}}</operand>
{{/operands}}
{{#rows}}
  <row{{>partials/place}}/>
{{/rows}}
</figure>

"""###),
    file("partials/files.html.mustache", ###"""
{{! Input files with digest and rows: read = counted + skipped + not counted. }}
<div class="scroll" role="group" tabindex="0" aria-label="{{words.inputFiles}}">
<table class="files">
<caption>{{words.inputFiles}}</caption>
<thead>
<tr><th scope="col">{{words.file}}</th><th scope="col">{{words.kind}}</th><th scope="col">{{words.encoding}}</th><th scope="col" class="n">{{words.rowsRead}}</th><th scope="col" class="n">{{words.rowsCounted}}</th><th scope="col" class="n">{{words.rowsSkipped}}</th><th scope="col" class="n">{{words.rowsNotCounted}}</th><th scope="col">SHA-256</th></tr>
</thead>
<tbody>
{{#files}}
<tr><th scope="row" class="path">{{path}}</th><td class="whole">{{kind}}</td><td class="whole">{{encoding}}</td><td class="n">{{read}}</td><td class="n">{{counted}}</td><td class="n">{{skipped}}</td><td class="n">{{notCounted}}</td><td class="digest"><code>{{sha256}}</code></td></tr>
{{/files}}
</tbody>
</table>
</div>

"""###),
    file("partials/finding-row.html.mustache", ###"""
{{! A finding. }}
<tr><th scope="row" class="code">{{code}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}}<br/><span class="badge {{severity}}">{{severityWord}}</span></th><td class="message">{{message}}</td><td class="place">{{#place}}{{.}}{{#cell}} <span class="id">{{.}}</span>{{/cell}}{{#field}}<br/>{{.}}{{/field}}{{/place}}{{^place}}—{{/place}}</td><td class="id subject-id">{{#store}}{{.}}{{/store}}{{^store}}{{contract}}{{^contract}}—{{/contract}}{{/store}}</td><td class="brief">{{effectWord}}</td><td class="brief">{{ownerWord}}</td></tr>

"""###),
    file("partials/finding-table.html.mustache", ###"""
{{! Findings as rows; expects a list named rows. }}
<div class="scroll" role="group" tabindex="0" aria-label="{{words.findings}}">
<table class="findings">
<caption>{{words.findings}}</caption>
<thead>
<tr><th scope="col">{{words.codeAndSeverity}}</th><th scope="col">{{words.message}}</th><th scope="col">{{words.place}}</th><th scope="col">{{words.storeOrContract}}</th><th scope="col">{{words.effect}}</th><th scope="col">{{words.owner}}</th></tr>
</thead>
<tbody>
{{#rows}}
{{>partials/finding-row}}
{{/rows}}
</tbody>
</table>
</div>

"""###),
    file("partials/finding.xml.mustache", ###"""
<finding id="{{id}}" code="{{code}}" severity="{{severity}}" effect="{{effect}}" owner="{{owner}}"{{#clause}} clause="{{.}}"{{/clause}}{{#contract}} contract="{{.}}"{{/contract}}{{#store}} store="{{.}}"{{/store}}{{#rows}} rows="{{.}}"{{/rows}}>
{{#place}}
  <place{{>partials/place}}/>
{{/place}}
{{#field}}
  <field key="{{key}}">{{title}}</field>
{{/field}}
{{#typed}}
  <value{{#isPersonal}} personal="true"{{/isPersonal}}>{{text}}</value>
{{/typed}}
{{#expected}}
  <expected lang="zh-Hant">{{zh}}</expected>
  <expected lang="en">{{en}}</expected>
{{/expected}}
{{#difference}}
  <difference>{{text}}</difference>
{{/difference}}
{{#other}}
  <other{{>partials/place}}/>
{{/other}}
{{#detail}}
  <detail lang="zh-Hant">{{zh}}</detail>
  <detail lang="en">{{en}}</detail>
{{/detail}}
{{#message}}
  <message lang="zh-Hant">{{zh}}</message>
  <message lang="en">{{en}}</message>
{{/message}}
</finding>

"""###),
    file("partials/legend.html.mustache", ###"""
{{! The codes that occur, with count, title, effect and clause. }}
<div class="scroll" role="group" tabindex="0" aria-label="{{words.legendCaption}}">
<table class="legend">
<caption>{{words.legendCaption}}</caption>
<thead>
<tr><th scope="col">{{words.code}}</th><th scope="col">{{words.severity}}</th><th scope="col" class="n">{{words.count}}</th><th scope="col">{{words.titleOfCode}}</th><th scope="col">{{words.effect}}</th><th scope="col">{{words.clause}}</th></tr>
</thead>
<tbody>
{{#codes}}
<tr><th scope="row" class="code">{{code}}</th><td><span class="badge {{severity}}">{{severityWord}}</span></td><td class="n">{{count}}{{#isPartlyShown}}<br/><span class="note">{{words.shownHere}} {{shown}}</span>{{/isPartlyShown}}</td><td>{{title}}</td><td>{{effectWord}}</td><td>{{#clause}}<b>{{.}}</b> {{clauseText}}{{/clause}}{{^clause}}—{{/clause}}</td></tr>
{{/codes}}
{{^codes}}
<tr><td colspan="6">{{words.noFindings}}</td></tr>
{{/codes}}
</tbody>
</table>
</div>

"""###),
    file("partials/mended.html.mustache", ###"""
{{! Cells of the input that were mended before: how many, and which. }}
{{#mended}}
<h3>{{words.mendedHeading}}</h3>
<p>{{words.mendedNote}} {{total}}</p>
<div class="scroll" role="group" tabindex="0" aria-label="{{words.mendedHeading}}">
<table class="mended">
<caption>{{words.mendedHeading}}</caption>
<thead>
<tr><th scope="col">{{words.file}}</th><th scope="col">{{words.mendedCell}}</th><th scope="col">{{words.mendedField}}</th><th scope="col">{{words.mendedBefore}}</th><th scope="col">{{words.mendedAfter}}</th><th scope="col">{{words.mendedWhy}}</th></tr>
</thead>
<tbody>
{{#rows}}
<tr><th scope="row" class="path">{{file}}</th><td>{{cell}}</td><td>{{field}}</td><td>{{before}}</td><td>{{after}}</td><td>{{why}}</td></tr>
{{/rows}}
</tbody>
</table>
</div>
{{#isCapped}}
<p class="note">{{words.shownOf}} {{shown}} / {{total}}</p>
{{/isCapped}}
{{/mended}}

"""###),
    file("partials/place.xml.mustache", ###"""
 file="{{file}}"{{#line}} line="{{.}}"{{/line}}{{#column}} column="{{.}}"{{/column}}{{#row}} row="{{.}}"{{/row}}{{#cell}} cell="{{.}}"{{/cell}}
"""###),
    file("partials/progress-row.xml.mustache", ###"""
<row{{#source}}{{>partials/source}}{{/source}} weight="{{weight}}" planned-start="{{plannedStart}}" planned-end="{{plannedEnd}}"{{#reportedOn}} reported-on="{{.}}"{{/reportedOn}}{{#actualProgress}} actual-progress="{{.}}"{{/actualProgress}}>
  <number>{{number}}</number>
  <name>{{item}}</name>
  <description>{{description}}</description>
  <difficulties>{{difficulties}}</difficulties>
  <actions>{{actions}}</actions>
</row>

"""###),
    file("partials/provenance.html.mustache", ###"""
{{! Year, day, rule set, program and templates of a packet. }}
<dl class="facts">
<div><dt>{{words.programmeYear}}</dt><dd>{{words.yearPrefix}}{{page.year}}{{words.yearSuffix}}</dd></div>
<div><dt>{{words.asOfDay}}</dt><dd>{{page.asOf}}</dd></div>
<div><dt>{{words.lastDataDay}}</dt><dd>{{page.lastDay}}</dd></div>
<div><dt>{{words.ruleSet}}</dt><dd>{{page.ruleSet}}</dd></div>
<div><dt>{{words.programVersion}}</dt><dd>{{page.program}}</dd></div>
<div class="wide"><dt>{{words.templateDigest}}</dt><dd><code>{{page.templates}}</code></dd></div>
</dl>

"""###),
    file("partials/provenance.xml.mustache", ###"""
<provenance program="{{program}}" rule-set="{{ruleSet}}" templates="{{templates}}" language="{{language}}" contacts="{{contacts}}" phase="{{phase}}" as-of="{{asOf}}"{{#lastDay}} last-day="{{.}}"{{/lastDay}}>
{{#programme}}
  <programme year="{{year}}" declaration-deadline="{{declarationDeadline}}" midterm-as-of="{{midtermAsOf}}" final-as-of="{{finalAsOf}}" weekly-thresholds="{{weeklyThresholds}}" assessment="{{assessment}}" min-assessed-days="{{minAssessedDays}}" max-idle-days="{{maxIdleDays}}" more-than-months="{{moreThanMonths}}" cloud-fee-share-percent="{{cloudFeeSharePercent}}" vendor-deduction-per-store="{{vendorDeductionPerStore}}" district-deduction-per-store="{{districtDeductionPerStore}}" district-reward="{{districtReward}}" behind-plan-points="{{behindPlanPoints}}">
    <title>{{title}}</title>
  </programme>
{{/programme}}
{{#files}}
  <file kind="{{kind}}" sha256="{{sha256}}" bytes="{{bytes}}"{{#encoding}} encoding="{{.}}"{{/encoding}} read="{{read}}" counted="{{counted}}" skipped="{{skipped}}" not-counted="{{notCounted}}">{{path}}</file>
{{/files}}
{{#isMended}}
  <fixes>
{{#mended}}
    <fix file="{{file}}" row="{{row}}" cell="{{cell}}"{{#finding}} finding="{{.}}"{{/finding}}>
      <field>{{field}}</field>
      <before>{{before}}</before>
      <after>{{after}}</after>
      <why lang="zh-Hant">{{whyZh}}</why>
      <why lang="en">{{whyEn}}</why>
    </fix>
{{/mended}}
  </fixes>
{{/isMended}}
</provenance>

"""###),
    file("partials/result.xml.mustache", ###"""
{{#counts}}
<counts approved="{{approved}}" rostered="{{rostered}}" eligible="{{eligible}}" adopted="{{adopted}}" completed="{{completed}}" usage-met="{{usageMet}}" usage-short="{{usageShort}}"/>
{{/counts}}
{{#settlement}}
<settlement counselling-fee="{{counsellingFee}}" cloud-fee="{{cloudFee}}" cloud-fee-cap="{{cloudFeeCap}}" capped-cloud-fee="{{cappedCloudFee}}" shortfall="{{shortfall}}" vendor-deduction="{{vendorDeduction}}" district-deduction="{{districtDeduction}}" recognised-cloud-fee="{{recognisedCloudFee}}" recognised-counselling-fee="{{recognisedCounsellingFee}}" payable-cloud-fee="{{payableCloudFee}}" payable-counselling-fee="{{payableCounsellingFee}}" withheld-total="{{withheldTotal}}">
{{#recogniseRuling}}
  <recognise>
    {{>partials/ruling}}
  </recognise>
{{/recogniseRuling}}
{{#nonProvisionRuling}}
  <non-provision>
    {{>partials/ruling}}
  </non-provision>
{{/nonProvisionRuling}}
</settlement>
{{/settlement}}

"""###),
    file("partials/ruling.xml.mustache", ###"""
<ruling{{#source}}{{>partials/source}}{{/source}} kind="{{kind}}" ruled-on="{{ruledOn}}"{{#store}} store="{{.}}"{{/store}}{{#amount}} amount="{{.}}"{{/amount}}>{{reason}}</ruling>

"""###),
    file("partials/severities.html.mustache", ###"""
{{! Counts of findings by severity. }}
<ul class="severities">
{{#severities}}
<li>{{^isNone}}<span class="badge {{severity}}">{{word}}</span>{{/isNone}}{{#isNone}}<span class="badge none">{{word}}</span>{{/isNone}} {{count}}</li>
{{/severities}}
<li>{{words.total}} {{total}}</li>
</ul>

"""###),
    file("partials/signatures.html.mustache", ###"""
{{! The signature block of cover and settlement. }}
<section class="signatures" aria-labelledby="signatures">
<h2 id="signatures">{{words.signatures}}</h2>
<table>
<caption>{{words.signaturesCaption}}</caption>
<thead>
<tr><th scope="col">{{words.party}}</th><th scope="col">{{words.name}}</th><th scope="col">{{words.signatureAndSeal}}</th><th scope="col">{{words.date}}</th></tr>
</thead>
<tbody>
<tr><th scope="row">{{words.vendor}}</th><td>{{#page.contract}}{{vendorName}}{{/page.contract}}</td><td></td><td></td></tr>
<tr><th scope="row">{{words.districtOrg}}</th><td>{{#page.contract}}{{districtOrg}}{{/page.contract}}</td><td></td><td></td></tr>
<tr><th scope="row">{{words.review}}</th><td></td><td></td><td></td></tr>
</tbody>
</table>
</section>

"""###),
    file("partials/source.xml.mustache", ###"""
 file="{{file}}" line="{{line}}" row="{{row}}"
"""###),
    file("partials/store.xml.mustache", ###"""
{{#entry}}
<store id="{{id}}"{{#source}}{{>partials/source}}{{/source}} solution="{{solution}}"{{#taxID}} tax-id="{{.}}"{{/taxID}}{{#goLive}} go-live="{{.}}"{{/goLive}}{{#endedOn}} ended-on="{{.}}"{{/endedOn}} fee="{{fee}}" status="{{status}}"{{#ineligibleBy}} ineligible-by="{{.}}"{{/ineligibleBy}}>
  <name>{{name}}</name>
  <address>{{address}}</address>
  <personal>
    <contact>{{contact}}</contact>
    <phone>{{phone}}</phone>
  </personal>
  <ga-view>{{gaView}}</ga-view>
{{#continuityPlan}}
  <continuity-plan>{{text}}</continuity-plan>
{{/continuityPlan}}
{{#disallowedBy}}
  <disallowed-by>
    {{>partials/ruling}}
  </disallowed-by>
{{/disallowedBy}}
{{#service}}
  <service go-live="{{goLive}}" end="{{end}}" days="{{days}}" full-months="{{fullMonths}}" uses="{{totalUses}}" verdict="{{verdict}}" longest-idle="{{idleDays}}"{{#idleFrom}} idle-from="{{.}}"{{/idleFrom}} growing="{{growing}}" duration-reached-on="{{durationReachedOn}}">
{{#months}}
    <month number="{{number}}" first="{{first}}" last="{{last}}" days="{{days}}" uses="{{uses}}" threshold="{{threshold}}" verdict="{{verdict}}"/>
{{/months}}
{{#weeks}}
    <week number="{{number}}" first="{{first}}" month="{{month}}" uses="{{uses}}" threshold="{{threshold}}"/>
{{/weeks}}
{{#daily}}
    <daily from="{{from}}">{{uses}}</daily>
{{/daily}}
  </service>
{{/service}}
</store>
{{/entry}}

"""###),
    file("partials/title-block.html.mustache", ###"""
{{! Programme, document, district, vendor, contract, phase and day. }}
<p class="programme">{{words.yearPrefix}}{{page.year}}{{words.yearSuffix}} {{page.programmeTitle}}</p>
<h1>{{$title}}{{page.title}}{{/title}}{{#page.isDraft}} <strong class="draft">{{words.draft}}</strong>{{/page.isDraft}}{{#page.isTrial}} <span class="phase-mark">{{words.trial}}</span>{{/page.isTrial}}</h1>
<dl class="subject">
{{#page.contract}}
<div><dt>{{words.district}}</dt><dd>{{districtName}} <span class="id">{{districtID}}</span></dd></div>
<div><dt>{{words.vendor}}</dt><dd>{{vendorName}} <span class="id">{{vendorID}}</span></dd></div>
<div><dt>{{words.contract}}</dt><dd><span class="id">{{id}}</span></dd></div>
{{/page.contract}}
<div><dt>{{words.phase}}</dt><dd>{{page.phase}}</dd></div>
<div><dt>{{words.asOfDay}}</dt><dd>{{page.asOf}}</dd></div>
</dl>

"""###),
    file("partials/verdict-fact.html.mustache", ###"""
{{! A code figure with its title, inside a list of facts. }}
<div><dt>{{title}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}}</dt><dd>{{>partials/badge}}</dd></div>

"""###),
    file("partials/work-figures.html.mustache", ###"""
{{! Planned and actual work progress and their difference. }}
<dl class="facts">
{{#figure.work-progress-planned}}
{{>partials/fact}}
{{/figure.work-progress-planned}}
{{#figure.work-progress-actual}}
{{>partials/fact}}
{{/figure.work-progress-actual}}
{{#figure.work-progress-variance}}
{{>partials/fact}}
{{/figure.work-progress-variance}}
</dl>

"""###),
    file("partials/work-items.html.mustache", ###"""
{{! The work items, planned and actual. }}
<div class="scroll" role="group" tabindex="0" aria-label="{{words.workItems}}">
<table>
<caption>{{words.workItems}}</caption>
<thead>
<tr><th scope="col">{{words.itemNumber}}</th><th scope="col">{{words.item}}</th><th scope="col" class="n">{{words.weight}}</th><th scope="col">{{words.plannedStart}}</th><th scope="col">{{words.plannedEnd}}</th><th scope="col" class="n">{{words.planned}}</th><th scope="col" class="n">{{words.actual}}</th><th scope="col" class="n">{{words.variance}}</th></tr>
</thead>
<tbody>
{{#items}}
<tr><td class="id">{{number}}</td><th scope="row">{{name}}</th><td class="n">{{weight}}</td><td class="date">{{start}}</td><td class="date">{{end}}</td><td class="n">{{planned}}</td><td class="n">{{actual}}</td><td class="n">{{variance}}{{#isBehind}} <span class="behind">{{words.behind}}</span>{{/isBehind}}</td></tr>
{{/items}}
{{^items}}
<tr><td colspan="8">{{words.noItems}}</td></tr>
{{/items}}
</tbody>
<tfoot>
<tr><th scope="row" colspan="2">{{words.total}}</th><td class="n">{{weightSum}}</td><td></td><td></td><td class="n">{{#figure.work-progress-planned}}{{>partials/figure}}{{/figure.work-progress-planned}}</td><td class="n">{{#figure.work-progress-actual}}{{>partials/figure}}{{/figure.work-progress-actual}}</td><td class="n">{{#figure.work-progress-variance}}{{>partials/figure}}{{/figure.work-progress-variance}}</td></tr>
</tfoot>
</table>
</div>

"""###),
    file("print.css", ###"""
@page {
  size: A4;
  margin: 16mm 14mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages); font-size: 8.5pt; }
}
html { font-size: 10pt; }
body { max-width: none; padding: 0; line-height: 1.5; }
nav, .skip { display: none; }
a { color: inherit; text-decoration: none; }
h1 { font-size: 17pt; }
h2 { margin: 5mm 0 2mm; font-size: 12.5pt; }
h2, h3, h2 + p, caption { break-after: avoid; }
h3 { margin: 3mm 0 1mm; }
.title-block { padding: 3mm 0; }
.scroll { overflow: visible; margin: 1.5mm 0; }
table { font-size: 8.5pt; }
th, td { min-width: 0; padding: 1mm 1.4mm; }
td.place, .path, td.id { min-width: 18mm; }
.contracts th.id { min-width: 25mm; }
.digest, .message, .status, .legend td:last-child, .deductions tbody th, .clauses td, .owners tbody th { min-width: 0; }
.amounts td:nth-child(3) { min-width: 44mm; }
.amounts tbody th { min-width: 22mm; overflow-wrap: break-word; }
.operands { min-width: 48mm; }
.operands { font-size: 8pt; }
.operands .origin { font-size: 6.5pt; }
thead { display: table-header-group; break-after: avoid; }
tbody tr:first-child { break-before: avoid; }
tbody tr:last-child { break-before: avoid; }
tfoot { display: table-row-group; }
tr, figure, .facts > div, .report, .signatures, .glance, .store, .counts, .steps { break-inside: avoid; }
.id, .place, .path, code { font-size: 7.5pt; }
.digest code { font-size: 6pt; }
.badge { font-size: 8pt; white-space: normal; word-break: keep-all; overflow-wrap: break-word; }
.verdict .badge { padding: 1mm 5mm; font-size: 15pt; }
.facts { grid-template-columns: repeat(4, 1fr); gap: 0 4mm; }
.facts > div { padding: 1mm 0; }
.facts dd { font-size: 10.5pt; }
.glance-facts { gap: 1mm 7mm; }
.glance-facts dd { font-size: 12pt; }
.beside { grid-template-columns: 1fr 1fr; gap: 0 6mm; }
.store .beside { grid-template-columns: 58mm 1fr; gap: 0 5mm; }
.store table { font-size: 8pt; }
.store .date, .store .badge { white-space: nowrap; }
.store th, .store td { padding: 0.4mm 1mm; line-height: 1.35; }
.store h3, .store p, .store .scroll { margin: 0.8mm 0; }
.store { margin-top: 3mm; }
.store h3, .store > p { display: inline; margin-right: 4mm; }
.store .badge { padding: 0 1mm; border-width: 1px; line-height: 1.25; }
.store caption { padding: 0; }
.chart { max-width: none; }
.small { max-width: 58mm; }
.store .weeks { font-size: 7pt; }
.store .weeks th, .store .weeks td { padding: 0.3mm 0.6mm; }
.start { font-size: 6pt; }
.stores .id { overflow-wrap: break-word; }
.status { min-width: 34mm; }
.solution { min-width: 24mm; }
.stores th[scope="row"] { min-width: 27mm; }
.stores td.id { min-width: 13mm; }
.contact { min-width: 21mm; }
td.subject-id { min-width: 24mm; }
.why { min-width: 34mm; }
.signatures td { height: 15mm; }
footer { margin-top: 6mm; }

"""###),
    file("review-packet.xsd", ###"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:review-packet:packet:1" xmlns:p="urn:review-packet:packet:1" targetNamespace="urn:review-packet:packet:1" elementFormDefault="qualified">
  <xs:annotation>
    <xs:documentation xml:lang="en">packet.xml and season.xml of review-packet: everything that a packet or a season's overview shows, for the archive. Amounts are whole New Taiwan dollars, percentages have two decimals, dates are ISO 8601 days.</xs:documentation>
    <xs:documentation xml:lang="zh-Hant">review-packet 的 packet.xml 與 season.xml：審查資料與一覽表的全部內容，供歸檔。金額為新臺幣整數元，百分比取兩位小數，日期為 ISO 8601。</xs:documentation>
  </xs:annotation>

  <!-- Values -->
  <xs:simpleType name="day">
    <xs:restriction base="xs:date">
      <xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}"/>
    </xs:restriction>
  </xs:simpleType>
  <!-- Patterns, not xs:integer: processors bound the digits of a decimal. -->
  <xs:simpleType name="amount">
    <xs:restriction base="xs:string">
      <xs:pattern value="0|[1-9][0-9]*"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="hundredths">
    <xs:restriction base="xs:string">
      <xs:pattern value="-?(0|[1-9][0-9]*)\.[0-9]{2}"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="share">
    <xs:restriction base="xs:string">
      <xs:pattern value="(0|[1-9][0-9]*)\.[0-9]{2}"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="sha256">
    <xs:restriction base="xs:string">
      <xs:pattern value="[0-9a-f]{64}"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="code-id">
    <xs:restriction base="xs:string">
      <xs:pattern value="[A-Z0-9_\-]{1,64}"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="tax-id">
    <xs:restriction base="xs:string">
      <xs:pattern value="[0-9]{8}"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="contract-id">
    <xs:restriction base="xs:string">
      <xs:pattern value="[A-Z0-9_\-]{1,64}/[0-9]{8}"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="contract-ids">
    <xs:list itemType="contract-id"/>
  </xs:simpleType>
  <xs:simpleType name="packet-folder">
    <xs:restriction base="xs:string">
      <xs:pattern value="[A-Z0-9_\-]{1,64}-[0-9]{8}"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="subject">
    <xs:restriction base="xs:string">
      <xs:pattern value="[0-9]+|[A-Z0-9_\-]{1,64}(/[0-9]{8}(/[A-Z0-9_\-]{1,64})?)?"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="figure-value">
    <xs:restriction base="xs:string">
      <xs:pattern value="|-?(0|[1-9][0-9]*)(\.[0-9]{2})?|[0-9]{4}-[0-9]{2}-[0-9]{2}|[a-z]+(-[a-z]+)*"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="period">
    <xs:restriction base="xs:string">
      <xs:pattern value="|m[1-9][0-9]*"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="cell">
    <xs:restriction base="xs:string">
      <xs:pattern value="[A-Z]+[1-9][0-9]*"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="finding-id">
    <xs:restriction base="xs:string">
      <xs:pattern value="[0-9a-f]{12}"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="nonempty">
    <xs:restriction base="xs:string">
      <xs:pattern value="[\s\S]+"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="daily-uses">
    <xs:list itemType="xs:nonNegativeInteger"/>
  </xs:simpleType>
  <xs:simpleType name="threshold-list">
    <xs:list itemType="xs:nonNegativeInteger"/>
  </xs:simpleType>
  <xs:simpleType name="thresholds">
    <xs:restriction base="threshold-list">
      <xs:minLength value="1"/>
    </xs:restriction>
  </xs:simpleType>
  <!-- 1.x adds to 1.0 only; what breaks a reader gets another namespace. -->
  <xs:simpleType name="version">
    <xs:restriction base="xs:string">
      <xs:enumeration value="1.0"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="contacts">
    <xs:restriction base="xs:string">
      <xs:enumeration value="masked"/>
      <xs:enumeration value="full"/>
    </xs:restriction>
  </xs:simpleType>

  <!-- Codes -->
  <xs:simpleType name="phase">
    <xs:restriction base="xs:string">
      <xs:enumeration value="midterm"/>
      <xs:enumeration value="final"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="assessment">
    <xs:restriction base="xs:string">
      <xs:enumeration value="monthly-average"/>
      <xs:enumeration value="every-week"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="verdict">
    <xs:restriction base="xs:string">
      <xs:enumeration value="pass"/>
      <xs:enumeration value="fail"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="usage-verdict">
    <xs:restriction base="xs:string">
      <xs:enumeration value="met"/>
      <xs:enumeration value="short"/>
      <xs:enumeration value="unassessed"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="status">
    <xs:restriction base="xs:string">
      <xs:enumeration value="disallowed"/>
      <xs:enumeration value="ineligible"/>
      <xs:enumeration value="not-adopted"/>
      <xs:enumeration value="no-usage"/>
      <xs:enumeration value="usage-short"/>
      <xs:enumeration value="usage-unassessed"/>
      <xs:enumeration value="duration-short"/>
      <xs:enumeration value="no-continuity-plan"/>
      <xs:enumeration value="completed"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="severity">
    <xs:restriction base="xs:string">
      <xs:enumeration value="fatal"/>
      <xs:enumeration value="error"/>
      <xs:enumeration value="warning"/>
      <xs:enumeration value="info"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="effect">
    <xs:restriction base="xs:string">
      <xs:enumeration value="none"/>
      <xs:enumeration value="row-skipped"/>
      <xs:enumeration value="rows-not-counted"/>
      <xs:enumeration value="store-ineligible"/>
      <xs:enumeration value="contract-blocked"/>
      <xs:enumeration value="amount-capped"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="owner">
    <xs:restriction base="xs:string">
      <xs:enumeration value="vendor"/>
      <xs:enumeration value="district"/>
      <xs:enumeration value="office"/>
      <xs:enumeration value="reviewer"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="ruling-kind">
    <xs:restriction base="xs:string">
      <xs:enumeration value="disallow"/>
      <xs:enumeration value="non-provision"/>
      <xs:enumeration value="recognise"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="file-kind">
    <xs:restriction base="xs:string">
      <xs:enumeration value="programme"/>
      <xs:enumeration value="approvals"/>
      <xs:enumeration value="solutions"/>
      <xs:enumeration value="progress"/>
      <xs:enumeration value="rulings"/>
      <xs:enumeration value="roster"/>
      <xs:enumeration value="usage"/>
      <xs:enumeration value="fixes"/>
      <xs:enumeration value="other"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="encoding">
    <xs:restriction base="xs:string">
      <xs:enumeration value="UTF-8"/>
      <xs:enumeration value="UTF-16LE"/>
      <xs:enumeration value="UTF-16BE"/>
      <xs:enumeration value="CP950"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="language">
    <xs:restriction base="xs:string">
      <xs:enumeration value="zh-Hant"/>
      <xs:enumeration value="en"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="clause">
    <xs:restriction base="xs:string">
      <xs:enumeration value="C1"/>
      <xs:enumeration value="C2"/>
      <xs:enumeration value="C3"/>
      <xs:enumeration value="C4"/>
      <xs:enumeration value="C5"/>
      <xs:enumeration value="C6"/>
      <xs:enumeration value="C7"/>
      <xs:enumeration value="C8"/>
      <xs:enumeration value="C9"/>
      <xs:enumeration value="C10"/>
      <xs:enumeration value="C11"/>
      <xs:enumeration value="C12"/>
      <xs:enumeration value="C13"/>
      <xs:enumeration value="C14"/>
      <xs:enumeration value="C15"/>
      <xs:enumeration value="C16"/>
      <xs:enumeration value="C17"/>
      <xs:enumeration value="C18"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="scope">
    <xs:restriction base="xs:string">
      <xs:enumeration value="season"/>
      <xs:enumeration value="district"/>
      <xs:enumeration value="contract"/>
      <xs:enumeration value="store"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="unit">
    <xs:restriction base="xs:string">
      <xs:enumeration value="contract"/>
      <xs:enumeration value="district"/>
      <xs:enumeration value="store"/>
      <xs:enumeration value="TWD"/>
      <xs:enumeration value="code"/>
      <xs:enumeration value="percent"/>
      <xs:enumeration value="points"/>
      <xs:enumeration value="use"/>
      <xs:enumeration value="date"/>
      <xs:enumeration value="day"/>
      <xs:enumeration value="month"/>
      <xs:enumeration value="use/week"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="figure-code">
    <xs:restriction base="xs:string">
      <xs:enumeration value="contracts"/>
      <xs:enumeration value="districts"/>
      <xs:enumeration value="approved-stores"/>
      <xs:enumeration value="rostered-stores"/>
      <xs:enumeration value="adopted-stores"/>
      <xs:enumeration value="completed-stores"/>
      <xs:enumeration value="shortfall-stores"/>
      <xs:enumeration value="total-deduction"/>
      <xs:enumeration value="recognised-total"/>
      <xs:enumeration value="payable-total"/>
      <xs:enumeration value="withheld-total"/>
      <xs:enumeration value="district-rewards"/>
      <xs:enumeration value="district-deduction"/>
      <xs:enumeration value="district-reward"/>
      <xs:enumeration value="verdict"/>
      <xs:enumeration value="eligible-stores"/>
      <xs:enumeration value="adoption-progress"/>
      <xs:enumeration value="completion-progress"/>
      <xs:enumeration value="usage-pass-rate"/>
      <xs:enumeration value="work-progress-planned"/>
      <xs:enumeration value="work-progress-actual"/>
      <xs:enumeration value="work-progress-variance"/>
      <xs:enumeration value="usage-total"/>
      <xs:enumeration value="counselling-fee"/>
      <xs:enumeration value="cloud-fee"/>
      <xs:enumeration value="cloud-fee-cap"/>
      <xs:enumeration value="vendor-deduction"/>
      <xs:enumeration value="recognised-cloud-fee"/>
      <xs:enumeration value="recognised-counselling-fee"/>
      <xs:enumeration value="payable-cloud-fee"/>
      <xs:enumeration value="payable-counselling-fee"/>
      <xs:enumeration value="status"/>
      <xs:enumeration value="go-live"/>
      <xs:enumeration value="service-days"/>
      <xs:enumeration value="full-service-months"/>
      <xs:enumeration value="weekly-average"/>
      <xs:enumeration value="month-verdict"/>
      <xs:enumeration value="usage-verdict"/>
      <xs:enumeration value="longest-idle"/>
      <xs:enumeration value="growing"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="finding-code">
    <xs:restriction base="xs:string">
      <xs:enumeration value="IN001"/>
      <xs:enumeration value="IN002"/>
      <xs:enumeration value="IN003"/>
      <xs:enumeration value="IN004"/>
      <xs:enumeration value="IN005"/>
      <xs:enumeration value="IN006"/>
      <xs:enumeration value="IN007"/>
      <xs:enumeration value="IN008"/>
      <xs:enumeration value="IN009"/>
      <xs:enumeration value="IN010"/>
      <xs:enumeration value="IN011"/>
      <xs:enumeration value="IN012"/>
      <xs:enumeration value="AP001"/>
      <xs:enumeration value="AP002"/>
      <xs:enumeration value="AP003"/>
      <xs:enumeration value="AP004"/>
      <xs:enumeration value="AP005"/>
      <xs:enumeration value="AP006"/>
      <xs:enumeration value="AP007"/>
      <xs:enumeration value="AP008"/>
      <xs:enumeration value="AP009"/>
      <xs:enumeration value="SO001"/>
      <xs:enumeration value="SO002"/>
      <xs:enumeration value="SO003"/>
      <xs:enumeration value="SO004"/>
      <xs:enumeration value="SO005"/>
      <xs:enumeration value="RO012"/>
      <xs:enumeration value="RO001"/>
      <xs:enumeration value="RO002"/>
      <xs:enumeration value="RO003"/>
      <xs:enumeration value="RO004"/>
      <xs:enumeration value="RO005"/>
      <xs:enumeration value="RO006"/>
      <xs:enumeration value="RO007"/>
      <xs:enumeration value="RO008"/>
      <xs:enumeration value="RO009"/>
      <xs:enumeration value="RO010"/>
      <xs:enumeration value="RO011"/>
      <xs:enumeration value="US001"/>
      <xs:enumeration value="US002"/>
      <xs:enumeration value="US003"/>
      <xs:enumeration value="US004"/>
      <xs:enumeration value="US005"/>
      <xs:enumeration value="US006"/>
      <xs:enumeration value="US007"/>
      <xs:enumeration value="US008"/>
      <xs:enumeration value="US009"/>
      <xs:enumeration value="US010"/>
      <xs:enumeration value="US011"/>
      <xs:enumeration value="US012"/>
      <xs:enumeration value="US013"/>
      <xs:enumeration value="PR001"/>
      <xs:enumeration value="PR002"/>
      <xs:enumeration value="PR003"/>
      <xs:enumeration value="PR004"/>
      <xs:enumeration value="PR005"/>
      <xs:enumeration value="PR006"/>
      <xs:enumeration value="PR007"/>
      <xs:enumeration value="RU001"/>
      <xs:enumeration value="RU002"/>
      <xs:enumeration value="RU003"/>
      <xs:enumeration value="XX000"/>
      <xs:enumeration value="XX999"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="finding-codes">
    <xs:list itemType="finding-code"/>
  </xs:simpleType>

  <!-- Places -->
  <xs:attributeGroup name="source">
    <xs:annotation>
      <xs:documentation xml:lang="en">Where a row was read: the file's path inside the season folder, its first physical line, and the row as a spreadsheet counts it.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">資料列的出處：年度資料夾內的檔案路徑、實體起始行號，以及試算表的列號。</xs:documentation>
    </xs:annotation>
    <xs:attribute name="file" type="nonempty" use="required"/>
    <xs:attribute name="line" type="xs:positiveInteger" use="required"/>
    <xs:attribute name="row" type="xs:positiveInteger" use="required"/>
  </xs:attributeGroup>
  <xs:complexType name="place">
    <xs:annotation>
      <xs:documentation xml:lang="en">A place in an input file; line, column and row begin at 1, cell is the spreadsheet's name for it. No line: the file as a whole.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">輸入檔中的位置；行、欄、列自 1 起算，cell 為試算表儲存格名稱；無行號者指整份檔案。</xs:documentation>
    </xs:annotation>
    <xs:attribute name="file" type="nonempty" use="required"/>
    <xs:attribute name="line" type="xs:positiveInteger"/>
    <xs:attribute name="column" type="xs:positiveInteger"/>
    <xs:attribute name="row" type="xs:positiveInteger"/>
    <xs:attribute name="cell" type="cell"/>
  </xs:complexType>

  <!-- From what a packet was made -->
  <xs:complexType name="programme">
    <xs:annotation>
      <xs:documentation xml:lang="en">The year's settings in full, those left to their defaults too (C18). Money in TWD, shares in percent, days as numbers.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">年度設定全文，含採用預設值者（C18）；金額為新臺幣元，比率為百分比，天數為整數。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="title" type="xs:string"/>
    </xs:sequence>
    <xs:attribute name="year" type="xs:positiveInteger" use="required"/>
    <xs:attribute name="declaration-deadline" type="day" use="required"/>
    <xs:attribute name="midterm-as-of" type="day" use="required"/>
    <xs:attribute name="final-as-of" type="day" use="required"/>
    <xs:attribute name="weekly-thresholds" type="thresholds" use="required"/>
    <xs:attribute name="assessment" type="assessment" use="required"/>
    <xs:attribute name="min-assessed-days" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="max-idle-days" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="more-than-months" type="xs:positiveInteger" use="required"/>
    <xs:attribute name="cloud-fee-share-percent" type="share" use="required"/>
    <xs:attribute name="vendor-deduction-per-store" type="amount" use="required"/>
    <xs:attribute name="district-deduction-per-store" type="amount" use="required"/>
    <xs:attribute name="district-reward" type="amount" use="required"/>
    <xs:attribute name="behind-plan-points" type="share" use="required"/>
  </xs:complexType>
  <xs:complexType name="file">
    <xs:annotation>
      <xs:documentation xml:lang="en">An input file: its path, SHA-256 and size, and its rows: read = counted + skipped + not-counted.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">輸入檔：路徑、SHA-256、位元組數與列數；讀取＝採計＋略過＋不計。</xs:documentation>
    </xs:annotation>
    <xs:simpleContent>
      <xs:extension base="nonempty">
        <xs:attribute name="kind" type="file-kind" use="required"/>
        <xs:attribute name="sha256" type="sha256" use="required"/>
        <xs:attribute name="bytes" type="xs:nonNegativeInteger" use="required"/>
        <xs:attribute name="encoding" type="encoding"/>
        <xs:attribute name="read" type="xs:nonNegativeInteger" use="required"/>
        <xs:attribute name="counted" type="xs:nonNegativeInteger" use="required"/>
        <xs:attribute name="skipped" type="xs:nonNegativeInteger" use="required"/>
        <xs:attribute name="not-counted" type="xs:nonNegativeInteger" use="required"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="fix">
    <xs:annotation>
      <xs:documentation xml:lang="en">A cell that was mended before the packet was made; personal data stands as ***.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">產出前已修補的儲存格；個人資料以 *** 表示。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="field" type="xs:string"/>
      <xs:element name="before" type="xs:string"/>
      <xs:element name="after" type="xs:string"/>
      <xs:element name="why" type="text" minOccurs="2" maxOccurs="2"/>
    </xs:sequence>
    <xs:attribute name="file" type="nonempty" use="required"/>
    <xs:attribute name="row" type="xs:positiveInteger" use="required"/>
    <xs:attribute name="cell" type="cell" use="required"/>
    <xs:attribute name="finding" type="nonempty"/>
  </xs:complexType>
  <xs:complexType name="fixes">
    <xs:annotation>
      <xs:documentation xml:lang="en">The cells that were mended before the packet was made.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">產出前已修補的儲存格。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="fix" type="fix" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="provenance">
    <xs:annotation>
      <xs:documentation xml:lang="en">From what and by what the document was made: program, rule set, digest of the templates, language and contacts of its pages, phase, as-of day, last day with a counted use, settings and input files.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">產出依據：程式、規則版本、範本摘要、頁面語言與聯絡資料顯示方式、期別、基準日、最後採計使用日、年度設定與輸入檔。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="programme" type="programme"/>
      <xs:element name="file" type="file" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="fixes" type="fixes" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="program" type="nonempty" use="required"/>
    <xs:attribute name="rule-set" type="nonempty" use="required"/>
    <xs:attribute name="templates" type="sha256" use="required"/>
    <xs:attribute name="language" type="language" use="required"/>
    <xs:attribute name="contacts" type="contacts" use="required"/>
    <xs:attribute name="phase" type="phase" use="required"/>
    <xs:attribute name="as-of" type="day" use="required"/>
    <xs:attribute name="last-day" type="day"/>
  </xs:complexType>

  <!-- Input rows -->
  <xs:complexType name="approval">
    <xs:annotation>
      <xs:documentation xml:lang="en">The row of approvals.csv: the contract as approved (C5, C7, C8, C9). Fees in TWD.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">核定清單中的契約列（C5、C7、C8、C9）；經費為新臺幣元。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="district-name" type="xs:string"/>
      <xs:element name="district-org" type="xs:string"/>
      <xs:element name="county" type="xs:string"/>
      <xs:element name="vendor-name" type="xs:string"/>
    </xs:sequence>
    <xs:attributeGroup ref="source"/>
    <xs:attribute name="approved-stores" type="xs:positiveInteger" use="required"/>
    <xs:attribute name="counselling-fee" type="amount" use="required"/>
    <xs:attribute name="cloud-fee" type="amount" use="required"/>
    <xs:attribute name="declared-on" type="day"/>
    <xs:attribute name="declaration-approved-on" type="day"/>
    <xs:attribute name="vendor-contract-on" type="day"/>
    <xs:attribute name="district-contract-on" type="day"/>
  </xs:complexType>
  <xs:complexType name="solution">
    <xs:annotation>
      <xs:documentation xml:lang="en">A row of solutions.csv that the contract's stores name (C1, C2, C4).</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">店家所用雲端方案的資料列（C1、C2、C4）。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="name" type="xs:string"/>
      <xs:element name="category" type="xs:string"/>
      <xs:element name="ga-property" type="xs:string"/>
      <xs:element name="ga-view" type="xs:string"/>
      <xs:element name="ga-metric" type="xs:string"/>
      <xs:element name="ga-store-pattern" type="xs:string"/>
      <xs:element name="verification-method" type="xs:string"/>
    </xs:sequence>
    <xs:attributeGroup ref="source"/>
    <xs:attribute name="id" type="code-id" use="required"/>
    <xs:attribute name="vendor" type="tax-id" use="required"/>
    <xs:attribute name="physical-consumption" type="xs:boolean" use="required"/>
    <xs:attribute name="summit-qualified" type="xs:boolean" use="required"/>
    <xs:attribute name="fee-cap" type="amount" use="required"/>
  </xs:complexType>
  <xs:complexType name="progress-row">
    <xs:annotation>
      <xs:documentation xml:lang="en">A row of progress.csv: a work item's plan, and a report of it where there is one. Weight and progress in percent.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">工作進度表的資料列：工作項目的預定內容及其回報；權重與進度為百分比。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="number" type="nonempty"/>
      <xs:element name="name" type="xs:string"/>
      <xs:element name="description" type="xs:string"/>
      <xs:element name="difficulties" type="xs:string"/>
      <xs:element name="actions" type="xs:string"/>
    </xs:sequence>
    <xs:attributeGroup ref="source"/>
    <xs:attribute name="weight" type="share" use="required"/>
    <xs:attribute name="planned-start" type="day" use="required"/>
    <xs:attribute name="planned-end" type="day" use="required"/>
    <xs:attribute name="reported-on" type="day"/>
    <xs:attribute name="actual-progress" type="share"/>
  </xs:complexType>
  <xs:complexType name="ruling">
    <xs:annotation>
      <xs:documentation xml:lang="en">A row of rulings.csv (C7, C16); the text is the reason.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">審查認定（C7、C16）；文字為理由。</xs:documentation>
    </xs:annotation>
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:attributeGroup ref="source"/>
        <xs:attribute name="kind" type="ruling-kind" use="required"/>
        <xs:attribute name="ruled-on" type="day" use="required"/>
        <xs:attribute name="store" type="code-id"/>
        <xs:attribute name="amount" type="amount"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="one-ruling">
    <xs:annotation>
      <xs:documentation xml:lang="en">The ruling that decided.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">據以認定的審查認定。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="ruling" type="ruling"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="rulings">
    <xs:annotation>
      <xs:documentation xml:lang="en">The rulings that count for the contract or its stores.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">契約及其店家適用的審查認定。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="ruling" type="ruling" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>

  <!-- Results -->
  <xs:complexType name="counts">
    <xs:annotation>
      <xs:documentation xml:lang="en">The contract's stores, counted (C1, C3, C6, C12): N is approved, n is completed.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">契約店家數（C1、C3、C6、C12）：N 為 approved，n 為 completed。</xs:documentation>
    </xs:annotation>
    <xs:attribute name="approved" type="xs:positiveInteger" use="required"/>
    <xs:attribute name="rostered" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="eligible" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="adopted" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="completed" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="usage-met" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="usage-short" type="xs:nonNegativeInteger" use="required"/>
  </xs:complexType>
  <xs:complexType name="settlement">
    <xs:annotation>
      <xs:documentation xml:lang="en">The contract's money in TWD (C5, C6, C7, C11, C15, C16), with the rulings that limit it. At mid-term nothing is payable and what is recognised is a trial calculation.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">契約經費，新臺幣元（C5、C6、C7、C11、C15、C16）及限制認列的審查認定；期中不付款，認列金額為試算。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="recognise" type="one-ruling" minOccurs="0"/>
      <xs:element name="non-provision" type="one-ruling" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="counselling-fee" type="amount" use="required"/>
    <xs:attribute name="cloud-fee" type="amount" use="required"/>
    <xs:attribute name="cloud-fee-cap" type="amount" use="required"/>
    <xs:attribute name="capped-cloud-fee" type="amount" use="required"/>
    <xs:attribute name="shortfall" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="vendor-deduction" type="amount" use="required"/>
    <xs:attribute name="district-deduction" type="amount" use="required"/>
    <xs:attribute name="recognised-cloud-fee" type="amount" use="required"/>
    <xs:attribute name="recognised-counselling-fee" type="amount" use="required"/>
    <xs:attribute name="payable-cloud-fee" type="amount" use="required"/>
    <xs:attribute name="payable-counselling-fee" type="amount" use="required"/>
    <xs:attribute name="withheld-total" type="amount" use="required"/>
  </xs:complexType>
  <xs:complexType name="district">
    <xs:annotation>
      <xs:documentation xml:lang="en">The district's contracts together, deduction and reward in TWD (C15); the text is its name.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">商圈各契約合計，扣減與獎勵為新臺幣元（C15）；文字為商圈名稱。</xs:documentation>
    </xs:annotation>
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:attribute name="id" type="code-id" use="required"/>
        <xs:attribute name="contracts" type="contract-ids" use="required"/>
        <xs:attribute name="approved" type="xs:nonNegativeInteger" use="required"/>
        <xs:attribute name="completed" type="xs:nonNegativeInteger" use="required"/>
        <xs:attribute name="shortfall" type="xs:nonNegativeInteger" use="required"/>
        <xs:attribute name="deduction" type="amount" use="required"/>
        <xs:attribute name="reward" type="amount" use="required"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="month">
    <xs:annotation>
      <xs:documentation xml:lang="en">A service month counted from go-live (C12): uses, the weekly threshold, and whether 7 × uses reaches threshold × days.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">自導入日起算的服務月（C12）：使用次數、每週門檻與判定（7 × 次數是否達門檻 × 天數）。</xs:documentation>
    </xs:annotation>
    <xs:attribute name="number" type="xs:positiveInteger" use="required"/>
    <xs:attribute name="first" type="day" use="required"/>
    <xs:attribute name="last" type="day" use="required"/>
    <xs:attribute name="days" type="xs:positiveInteger" use="required"/>
    <xs:attribute name="uses" type="amount" use="required"/>
    <xs:attribute name="threshold" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="verdict" type="usage-verdict" use="required"/>
  </xs:complexType>
  <xs:complexType name="week">
    <xs:annotation>
      <xs:documentation xml:lang="en">A whole week counted from go-live, with the threshold of the month that its first day lies in (C12).</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">自導入日起算的整週，門檻依首日所屬服務月（C12）。</xs:documentation>
    </xs:annotation>
    <xs:attribute name="number" type="xs:positiveInteger" use="required"/>
    <xs:attribute name="first" type="day" use="required"/>
    <xs:attribute name="month" type="xs:positiveInteger" use="required"/>
    <xs:attribute name="uses" type="amount" use="required"/>
    <xs:attribute name="threshold" type="xs:nonNegativeInteger" use="required"/>
  </xs:complexType>
  <xs:complexType name="daily">
    <xs:annotation>
      <xs:documentation xml:lang="en">Counted uses of days in a row, the first of them given; 0 is a day without. Days that no run has had no use.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">連續各日的採計使用次數，首日如 from；0 為當日無使用，未列之日亦無使用。</xs:documentation>
    </xs:annotation>
    <xs:simpleContent>
      <xs:extension base="daily-uses">
        <xs:attribute name="from" type="day" use="required"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="service">
    <xs:annotation>
      <xs:documentation xml:lang="en">A store's service from go-live to as-of or its end date: months, weeks, daily uses, the longest run of days without use, growth (C3, C12, C13).</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">店家自導入日至基準日或停用日的服務：各月、各週、每日使用、最長未使用天數與持續成長（C3、C12、C13）。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="month" type="month" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="week" type="week" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="daily" type="daily" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
    <xs:attribute name="go-live" type="day" use="required"/>
    <xs:attribute name="end" type="day" use="required"/>
    <xs:attribute name="days" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="full-months" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="uses" type="amount" use="required"/>
    <xs:attribute name="verdict" type="usage-verdict" use="required"/>
    <xs:attribute name="longest-idle" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="idle-from" type="day"/>
    <xs:attribute name="growing" type="xs:boolean" use="required"/>
    <xs:attribute name="duration-reached-on" type="day" use="required"/>
  </xs:complexType>
  <xs:complexType name="personal">
    <xs:annotation>
      <xs:documentation xml:lang="en">Personal data. A public copy has other texts here.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">個人資料；公開版以其他文字取代。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="contact" type="xs:string"/>
      <xs:element name="phone" type="xs:string"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="store">
    <xs:annotation>
      <xs:documentation xml:lang="en">A store's roster row and what became of it (C1, C3, C4). Fee in TWD.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">店家清冊資料列與審查狀態（C1、C3、C4）；費用為新臺幣元。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="name" type="xs:string"/>
      <xs:element name="address" type="xs:string"/>
      <xs:element name="personal" type="personal"/>
      <xs:element name="ga-view" type="xs:string"/>
      <xs:element name="continuity-plan" type="xs:string" minOccurs="0"/>
      <xs:element name="disallowed-by" type="one-ruling" minOccurs="0"/>
      <xs:element name="service" type="service" minOccurs="0"/>
    </xs:sequence>
    <xs:attributeGroup ref="source"/>
    <xs:attribute name="id" type="code-id" use="required"/>
    <xs:attribute name="solution" type="code-id" use="required"/>
    <xs:attribute name="tax-id" type="tax-id"/>
    <xs:attribute name="go-live" type="day"/>
    <xs:attribute name="ended-on" type="day"/>
    <xs:attribute name="fee" type="amount" use="required"/>
    <xs:attribute name="status" type="status" use="required"/>
    <xs:attribute name="ineligible-by" type="finding-codes"/>
  </xs:complexType>
  <xs:complexType name="one-row">
    <xs:annotation>
      <xs:documentation xml:lang="en">The row that gives the item's plan, or a report.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">項目預定內容或回報的資料列。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="row" type="progress-row"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="item">
    <xs:annotation>
      <xs:documentation xml:lang="en">A work item: its plan and its reports up to as-of, planned and actual in percent (C10).</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">工作項目：預定內容與基準日前的回報，預定與實際為百分比（C10）。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="plan" type="one-row"/>
      <xs:element name="report" type="one-row" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
    <xs:attribute name="planned" type="share" use="required"/>
    <xs:attribute name="actual" type="share" use="required"/>
  </xs:complexType>
  <xs:complexType name="work">
    <xs:annotation>
      <xs:documentation xml:lang="en">The contract's work: Σ weight × progress ÷ 100, in percent (C10).</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">契約工作進度：Σ 權重 × 進度 ÷ 100，百分比（C10）。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="item" type="item" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
    <xs:attribute name="planned" type="hundredths" use="required"/>
    <xs:attribute name="actual" type="hundredths" use="required"/>
    <xs:attribute name="weight-sum" type="share" use="required"/>
  </xs:complexType>
  <xs:complexType name="solutions">
    <xs:annotation>
      <xs:documentation xml:lang="en">The solutions that the contract's stores name.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">店家所用的雲端方案。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="solution" type="solution" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="stores">
    <xs:annotation>
      <xs:documentation xml:lang="en">The contract's stores in the order of the roster's files and rows.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">契約店家，依清冊檔案與列序。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="store" type="store" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>

  <!-- Figures and how they came about -->
  <xs:complexType name="from-figure">
    <xs:annotation>
      <xs:documentation xml:lang="en">The operand is another figure of this document.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">運算元為本文件的另一數據。</xs:documentation>
    </xs:annotation>
    <xs:attribute name="scope" type="scope" use="required"/>
    <xs:attribute name="subject" type="subject" use="required"/>
    <xs:attribute name="code" type="figure-code" use="required"/>
    <xs:attribute name="period" type="period" use="required"/>
  </xs:complexType>
  <xs:complexType name="from-setting">
    <xs:annotation>
      <xs:documentation xml:lang="en">The operand is a setting of the programme file.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">運算元為年度設定。</xs:documentation>
    </xs:annotation>
    <xs:attribute name="key" type="nonempty" use="required"/>
  </xs:complexType>
  <xs:complexType name="from-usage">
    <xs:annotation>
      <xs:documentation xml:lang="en">The operand is the sum of a store's counted uses from first to last.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">運算元為店家自 first 至 last 的採計使用次數合計。</xs:documentation>
    </xs:annotation>
    <xs:attribute name="store" type="code-id" use="required"/>
    <xs:attribute name="first" type="day" use="required"/>
    <xs:attribute name="last" type="day" use="required"/>
  </xs:complexType>
  <xs:complexType name="from-findings">
    <xs:annotation>
      <xs:documentation xml:lang="en">The operand rests on findings with these codes.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">運算元依這些代碼的檢核結果。</xs:documentation>
    </xs:annotation>
    <xs:attribute name="codes" type="finding-codes" use="required"/>
  </xs:complexType>
  <xs:complexType name="nothing">
    <xs:annotation>
      <xs:documentation xml:lang="en">Worked out on the way; published nowhere else.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">計算過程值，未另行發布。</xs:documentation>
    </xs:annotation>
  </xs:complexType>
  <xs:complexType name="operand">
    <xs:annotation>
      <xs:documentation xml:lang="en">A number of the figure's formula: as the formula names it, its value, and where it comes from.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">數據公式中的一項：名稱、數值與來源。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="name" type="nonempty"/>
      <xs:choice>
        <xs:element name="from-figure" type="from-figure"/>
        <xs:element name="from-setting" type="from-setting"/>
        <xs:element name="from-cell" type="place"/>
        <xs:element name="from-usage" type="from-usage"/>
        <xs:element name="from-findings" type="from-findings"/>
        <xs:element name="intermediate" type="nothing"/>
      </xs:choice>
    </xs:sequence>
    <xs:attribute name="value" type="xs:string" use="required"/>
  </xs:complexType>
  <xs:complexType name="figure">
    <xs:annotation>
      <xs:documentation xml:lang="en">A published figure with the operands and rows that it was made from. An empty value: there is none, such as a rate of nothing.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">發布的數據及其運算元與資料列；空值表示不存在，例如無可計之比率。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="operand" type="operand" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="row" type="place" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
    <xs:attribute name="scope" type="scope" use="required"/>
    <xs:attribute name="subject" type="subject" use="required"/>
    <xs:attribute name="code" type="figure-code" use="required"/>
    <xs:attribute name="period" type="period" use="required"/>
    <xs:attribute name="value" type="figure-value" use="required"/>
    <xs:attribute name="unit" type="unit" use="required"/>
    <xs:attribute name="clause" type="clause"/>
  </xs:complexType>
  <xs:complexType name="figures">
    <xs:annotation>
      <xs:documentation xml:lang="en">Every figure, in the order of publication.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">全部數據，依發布順序。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="figure" type="figure" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>

  <!-- Findings -->
  <xs:complexType name="text">
    <xs:annotation>
      <xs:documentation xml:lang="en">A text in one language.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">單一語言的文字。</xs:documentation>
    </xs:annotation>
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:attribute name="lang" type="language" use="required"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="field">
    <xs:annotation>
      <xs:documentation xml:lang="en">The column concerned: its header as typed, and a key that stays when the header is worded otherwise.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">所涉欄位：原始欄名，及不隨欄名改寫而變的鍵。</xs:documentation>
    </xs:annotation>
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:attribute name="key" type="xs:string" use="required"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="value">
    <xs:annotation>
      <xs:documentation xml:lang="en">The value as typed; characters that XML can't hold stand as U+FFFD. personal: it quotes a contact or a phone number.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">原始內容，XML 無法容納的字元以 U+FFFD 表示；personal 表示引述聯絡人或電話。</xs:documentation>
    </xs:annotation>
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:attribute name="personal" type="xs:boolean"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="finding">
    <xs:annotation>
      <xs:documentation xml:lang="en">A finding of checking. The id stays the same when a file is sorted or exported again: the first 12 hex digits of the SHA-256 of code, contract, store, field key and value separated by U+001F, and of a number among equals from the second on.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">檢核結果。識別碼不因重新排序或匯出而變：代碼、契約、店家、欄位鍵與內容以 U+001F 分隔（相同者自第二筆起再加序號）之 SHA-256 前 12 碼。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="place" type="place" minOccurs="0"/>
      <xs:element name="field" type="field" minOccurs="0"/>
      <xs:element name="value" type="value" minOccurs="0"/>
      <xs:element name="expected" type="text" minOccurs="0" maxOccurs="2"/>
      <xs:element name="difference" type="xs:string" minOccurs="0"/>
      <xs:element name="other" type="place" minOccurs="0"/>
      <xs:element name="detail" type="text" minOccurs="0" maxOccurs="2"/>
      <xs:element name="message" type="text" minOccurs="2" maxOccurs="2"/>
    </xs:sequence>
    <xs:attribute name="id" type="finding-id" use="required"/>
    <xs:attribute name="code" type="finding-code" use="required"/>
    <xs:attribute name="severity" type="severity" use="required"/>
    <xs:attribute name="effect" type="effect" use="required"/>
    <xs:attribute name="owner" type="owner" use="required"/>
    <xs:attribute name="clause" type="clause"/>
    <!-- As the row names them: not every finding is about an id that is well-formed. -->
    <xs:attribute name="contract" type="nonempty"/>
    <xs:attribute name="store" type="nonempty"/>
    <xs:attribute name="rows" type="xs:nonNegativeInteger"/>
  </xs:complexType>
  <xs:complexType name="findings">
    <xs:annotation>
      <xs:documentation xml:lang="en">Every finding that concerns the document, in order.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">與本文件有關的全部檢核結果，依序。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="finding" type="finding" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>

  <!-- Documents -->
  <xs:complexType name="contract">
    <xs:annotation>
      <xs:documentation xml:lang="en">A contract in the season's overview; packet names the folder of its packet, where there is one.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">一覽表中的契約；packet 為其審查資料資料夾。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="approval" type="approval"/>
      <xs:element name="counts" type="counts"/>
      <xs:element name="settlement" type="settlement"/>
    </xs:sequence>
    <xs:attribute name="id" type="contract-id" use="required"/>
    <xs:attribute name="district" type="code-id" use="required"/>
    <xs:attribute name="vendor" type="tax-id" use="required"/>
    <xs:attribute name="verdict" type="verdict" use="required"/>
    <xs:attribute name="blocked-by" type="finding-codes"/>
    <xs:attribute name="uses" type="amount" use="required"/>
    <xs:attribute name="packet" type="packet-folder"/>
  </xs:complexType>
  <xs:complexType name="contracts">
    <xs:annotation>
      <xs:documentation xml:lang="en">Every contract of the season.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">年度全部契約。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="contract" type="contract" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="districts">
    <xs:annotation>
      <xs:documentation xml:lang="en">Every district of the season.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">年度全部商圈。</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="district" type="district" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:element name="packet">
    <xs:annotation>
      <xs:documentation xml:lang="en">A contract's review packet. Its bytes after the XML declaration are its own Canonical XML 1.1 form.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">單一契約的審查資料；XML 宣告之後的位元組即其 Canonical XML 1.1 形式。</xs:documentation>
    </xs:annotation>
    <xs:complexType>
      <xs:sequence>
        <xs:element name="provenance" type="provenance"/>
        <xs:element name="approval" type="approval"/>
        <xs:element name="counts" type="counts"/>
        <xs:element name="settlement" type="settlement"/>
        <xs:element name="district" type="district"/>
        <xs:element name="solutions" type="solutions"/>
        <xs:element name="stores" type="stores"/>
        <xs:element name="work" type="work"/>
        <xs:element name="rulings" type="rulings"/>
        <xs:element name="figures" type="figures"/>
        <xs:element name="findings" type="findings"/>
      </xs:sequence>
      <xs:attribute name="version" type="version" use="required"/>
      <xs:attribute name="contract" type="contract-id" use="required"/>
      <xs:attribute name="district" type="code-id" use="required"/>
      <xs:attribute name="vendor" type="tax-id" use="required"/>
      <xs:attribute name="verdict" type="verdict" use="required"/>
      <xs:attribute name="draft" type="xs:boolean" use="required"/>
      <xs:attribute name="blocked-by" type="finding-codes"/>
      <xs:attribute name="uses" type="amount" use="required"/>
    </xs:complexType>
    <xs:key name="file-path">
      <xs:selector xpath="p:provenance/p:file"/>
      <xs:field xpath="."/>
    </xs:key>
    <xs:keyref name="row-of-a-file" refer="file-path">
      <xs:selector xpath="p:approval|p:solutions/p:solution|p:stores/p:store|p:work/p:item/p:plan/p:row|p:work/p:item/p:report/p:row|p:rulings/p:ruling|p:figures/p:figure/p:row|p:figures/p:figure/p:operand/p:from-cell"/>
      <xs:field xpath="@file"/>
    </xs:keyref>
    <xs:key name="store-id">
      <xs:selector xpath="p:stores/p:store"/>
      <xs:field xpath="@id"/>
    </xs:key>
    <xs:keyref name="use-of-a-store" refer="store-id">
      <xs:selector xpath="p:figures/p:figure/p:operand/p:from-usage"/>
      <xs:field xpath="@store"/>
    </xs:keyref>
    <xs:keyref name="ruling-on-a-store" refer="store-id">
      <xs:selector xpath="p:rulings/p:ruling"/>
      <xs:field xpath="@store"/>
    </xs:keyref>
    <xs:key name="figure-name">
      <xs:selector xpath="p:figures/p:figure"/>
      <xs:field xpath="@scope"/>
      <xs:field xpath="@subject"/>
      <xs:field xpath="@code"/>
      <xs:field xpath="@period"/>
    </xs:key>
    <xs:keyref name="operand-of-a-figure" refer="figure-name">
      <xs:selector xpath="p:figures/p:figure/p:operand/p:from-figure"/>
      <xs:field xpath="@scope"/>
      <xs:field xpath="@subject"/>
      <xs:field xpath="@code"/>
      <xs:field xpath="@period"/>
    </xs:keyref>
    <xs:unique name="finding-once">
      <xs:selector xpath="p:findings/p:finding"/>
      <xs:field xpath="@id"/>
    </xs:unique>
  </xs:element>
  <xs:element name="season">
    <xs:annotation>
      <xs:documentation xml:lang="en">The season's overview (C17), in Canonical XML 1.1 as well.</xs:documentation>
      <xs:documentation xml:lang="zh-Hant">年度一覽表（C17），同為 Canonical XML 1.1。</xs:documentation>
    </xs:annotation>
    <xs:complexType>
      <xs:sequence>
        <xs:element name="provenance" type="provenance"/>
        <xs:element name="contracts" type="contracts"/>
        <xs:element name="districts" type="districts"/>
        <xs:element name="figures" type="figures"/>
        <xs:element name="findings" type="findings"/>
      </xs:sequence>
      <xs:attribute name="version" type="version" use="required"/>
      <xs:attribute name="draft" type="xs:boolean" use="required"/>
    </xs:complexType>
    <xs:unique name="season-file-once">
      <xs:selector xpath="p:provenance/p:file"/>
      <xs:field xpath="."/>
    </xs:unique>
    <xs:unique name="season-contract-once">
      <xs:selector xpath="p:contracts/p:contract"/>
      <xs:field xpath="@id"/>
    </xs:unique>
    <xs:unique name="season-figure-once">
      <xs:selector xpath="p:figures/p:figure"/>
      <xs:field xpath="@scope"/>
      <xs:field xpath="@subject"/>
      <xs:field xpath="@code"/>
      <xs:field xpath="@period"/>
    </xs:unique>
  </xs:element>
</xs:schema>

"""###),
    file("screen.css", ###"""
/* One calm look: ink on white, one accent, lines instead of boxes. No status is told by colour alone. */
:root {
  --ink: #1b1f24;
  --muted: #515c6b;
  --line: #c5cdd8;
  --faint: #e6eaf0;
  --head: #f1f4f8;
  --accent: #1d4370;
  --warn: #851a11;
  --latin: "Noto Sans", "Liberation Sans", "Helvetica Neue", Arial, "DejaVu Sans";
  --han: "Noto Sans TC", "Noto Sans CJK TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei", "Heiti TC";
}
* { box-sizing: border-box; }
html { font-size: 16px; }
body {
  margin: 0 auto;
  padding: 1.5rem 1.25rem 3rem;
  max-width: 70rem;
  color: var(--ink);
  background: #fff;
  font-family: var(--han), system-ui, sans-serif;
  line-height: 1.65;
  overflow-wrap: anywhere;
}
html[lang="en"] body { font-family: var(--latin), var(--han), system-ui, sans-serif; line-height: 1.55; }
a { color: #1a4f91; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid #c77700; outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
.defs { position: absolute; }

/* Title block */
.title-block { border-top: 5px solid var(--accent); border-bottom: 1px solid var(--ink); padding: 0.9rem 0 1rem; }
.programme { margin: 0; color: var(--muted); letter-spacing: 0.04em; }
h1 { margin: 0.15rem 0 0.75rem; font-size: 1.9rem; font-weight: 700; line-height: 1.3; }
h2 { margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 2px solid var(--accent); font-size: 1.25rem; line-height: 1.4; }
h3 { margin: 1.75rem 0 0.4rem; font-size: 1.05rem; }
.draft { display: inline-block; margin-left: 0.5rem; padding: 0 0.7rem; border: 3px double #8a1c13; color: #8a1c13; font-size: 1.1rem; vertical-align: middle; }
.trial-mark, .phase-mark { display: inline-block; padding: 0 0.4rem; border: 1px dashed #7a5200; color: #5c3d00; font-size: 0.75rem; font-weight: 600; line-height: 1.5; vertical-align: middle; }
.phase-mark { margin-left: 0.5rem; padding: 0 0.7rem; font-size: 1.1rem; }
dl { margin: 0; }
dt { color: var(--muted); font-size: 0.875rem; }
dd { margin: 0; }
.subject { display: flex; flex-wrap: wrap; gap: 0.4rem 2.25rem; }
.subject dd { font-weight: 600; }
.subject .id { color: var(--muted); font-weight: 400; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0; padding: 0.7rem 0; list-style: none; border-bottom: 1px solid var(--line); }
nav a { display: inline-block; padding: 0.15rem 0; }
nav a[aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; border-bottom: 3px solid var(--accent); }

/* Facts */
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 0 1.5rem; }
.facts > div { padding: 0.5rem 0; border-bottom: 1px solid var(--faint); }
.facts dd { font-size: 1.125rem; font-variant-numeric: tabular-nums; }
.facts .wide { grid-column: span 2; }
.glance-row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem 2.5rem; margin: 0.75rem 0; }
.glance .verdict { margin: 0; }
.glance-facts { display: flex; flex-wrap: wrap; gap: 0.5rem 2.25rem; }
.glance-facts dd { font-size: 1.4rem; font-weight: 700; font-variant-numeric: tabular-nums; line-height: 1.4; }

/* Tables */
.scroll { overflow-x: auto; margin: 0.75rem 0; }
table { width: 100%; border-collapse: collapse; border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); font-size: 0.9375rem; }
caption { padding: 0.25rem 0; text-align: left; color: var(--muted); font-size: 0.875rem; }
th, td { padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; min-width: 3.5rem; }
thead th { background: var(--head); border-bottom: 1px solid var(--muted); font-weight: 600; word-break: keep-all; overflow-wrap: normal; }
tbody th { font-weight: 600; }
tfoot th, tfoot td, .sum th, .sum td { border-top: 1px solid var(--muted); background: var(--head); font-weight: 700; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
th.n { text-align: right; }
td.n, .date { white-space: nowrap; font-variant-numeric: tabular-nums; }
.code { white-space: nowrap; }
.legend td:nth-child(5), .brief, .contact { overflow-wrap: break-word; }
.whole { white-space: nowrap; }
td.subject-id { min-width: 9rem; }
.contracts th.id { min-width: 9rem; }
.clause { display: inline-block; padding: 0 0.3rem; border: 1px solid var(--line); border-radius: 2px; color: var(--muted); font-size: 0.75rem; font-weight: 400; line-height: 1.4; }
.id, .place, .path, code { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, var(--han), monospace; font-size: 0.875rem; }
td.place, .path { min-width: 9rem; }
td.id { min-width: 6rem; }
.stores th[scope="row"], .deductions tbody th, .amounts tbody th { min-width: 7rem; }
.amounts td:nth-child(3), .clauses td { min-width: 13rem; }
.digest { min-width: 20rem; }
.digest code { font-size: 0.75rem; }
.in-numbers { font-weight: 600; font-variant-numeric: tabular-nums; }
.plain { margin: 0; padding: 0; list-style: none; }
.owners tbody th { min-width: 6rem; }
.owners li { padding: 0.1rem 0; }
.as-of-row th, .as-of-row td { background: var(--head); font-weight: 700; }

/* Status: a word, a sign and a frame; colour comes last */
.badge { display: inline-block; padding: 0.05rem 0.5rem; border: 1px solid #8f99a6; border-radius: 2px; background: #f3f4f6; color: #38424e; font-size: 0.875rem; font-weight: 600; white-space: nowrap; }
.badge.completed, .badge.met, .badge.pass { border-color: #3d7d52; background: #eef7f1; color: #14502a; }
.badge.completed::before, .badge.met::before, .badge.pass::before { content: "\2713\00a0"; }
.badge.fail, .badge.short, .badge.usage-short, .badge.ineligible, .badge.disallowed, .badge.no-usage, .badge.duration-short, .badge.no-continuity-plan, .badge.error, .badge.fatal { border: 2px solid #a8382c; background: #fdf1ef; color: #851a11; }
.badge.fail::before, .badge.short::before, .badge.usage-short::before, .badge.ineligible::before, .badge.disallowed::before, .badge.no-usage::before, .badge.duration-short::before, .badge.no-continuity-plan::before, .badge.error::before, .badge.fatal::before { content: "\2715\00a0"; }
.badge.warning { border-color: #94690f; background: #fdf5e2; color: #664000; }
.badge.warning::before { content: "!\00a0"; }
.verdict .badge { padding: 0.35rem 1.4rem; font-size: 1.6rem; }
.behind { color: var(--warn); font-size: 0.8125rem; }
.under { color: var(--warn); font-weight: 700; }
.sign { font-size: 0.7em; }
.note { color: var(--muted); font-size: 0.9375rem; }
.trial { padding: 0.6rem 1rem; border: 2px dashed #94690f; background: #fdf8ea; color: #4d3000; }
.severities { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; margin: 0.5rem 0; padding: 0; list-style: none; }
.reasons { padding-left: 1.25rem; }
.why span, .operands span { display: block; }
.operands .origin { display: inline; }
.operands { font-size: 0.875rem; font-variant-numeric: tabular-nums; }
.origin { color: var(--muted); }
.threshold { display: inline-block; margin-left: 0.75rem; }
.why, .message, .legend td:last-child { min-width: 14rem; }
.status { min-width: 12.5rem; }
.reason { display: block; margin-top: 0.15rem; }
.solution { min-width: 7.5rem; }
.contact { min-width: 7.5rem; }

/* Charts: outlines, fills and hatching that hold in black and white */
figure { margin: 0.75rem 0; }
.chart { display: block; max-width: 44rem; overflow: visible; }
.chart text { fill: var(--ink); font-size: 13px; }
.chart .tick { fill: var(--muted); font-size: 11px; }
.chart .value { font-weight: 700; font-variant-numeric: tabular-nums; }
.chart .plan { fill: #fff; stroke: var(--ink); stroke-width: 1; }
.chart .done { fill: var(--accent); }
.chart .minus { fill: url(#hatch); stroke: var(--ink); stroke-width: 1; }
.chart .mark { stroke: var(--ink); stroke-width: 2; }
.chart .grid { stroke: var(--line); stroke-width: 1; }
.chart .axis { stroke: var(--ink); stroke-width: 1; }
.chart .as-of { stroke: var(--warn); stroke-width: 2; stroke-dasharray: 5 3; }
.chart .planned-line, .chart .actual-line { fill: none; stroke: var(--muted); stroke-width: 2; stroke-dasharray: 6 4; stroke-linecap: round; }
.chart .actual-line { stroke: var(--accent); stroke-width: 3; stroke-dasharray: none; }
.chart .point { fill: var(--accent); }
.hatch-ground { fill: #fff; }
.hatch-line { fill: #5b6775; }
.small { width: 100%; max-width: 30rem; }
.small text { font-size: 120px; }
.small .tick { font-size: 110px; }
.small .axis { fill: none; stroke-width: 8; }
.small .met { fill: var(--accent); }
.small .short { fill: #fff; stroke: var(--accent); stroke-width: 9; }
.small .threshold { fill: none; stroke: #b3261a; stroke-width: 16; stroke-dasharray: 50 24; }
.small .halo { fill: #fff; font-weight: 700; stroke: #fff; stroke-width: 40px; }
.small .limit { fill: #7d170e; font-weight: 700; }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 2rem; align-items: start; }
.beside > * { min-width: 0; }
.store .beside { grid-template-columns: minmax(0, 1fr) auto; }
.weeks { font-size: 0.8125rem; }
.weeks th, .weeks td { min-width: 1.9rem; padding: 0.15rem 0.3rem; white-space: nowrap; }
.weeks .week th, .weeks .week td { background: var(--head); border-bottom: 1px solid var(--muted); font-weight: 600; line-height: 1.35; }
.start { color: var(--muted); font-size: 0.6875rem; font-weight: 400; }

.report { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.4rem 1.5rem; margin: 0 0 0.75rem; padding: 0.6rem 0 0.6rem 0.9rem; border-left: 3px solid var(--line); }
.report dd { white-space: pre-line; }
.source { font-size: 0.875rem; }
.signatures table { border: 1px solid var(--ink); }
.signatures th, .signatures td { border: 1px solid var(--muted); }
.signatures td { height: 3.75rem; }
.signatures th { overflow-wrap: break-word; }
summary { cursor: pointer; }
footer { margin-top: 3rem; padding-top: 0.75rem; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.8125rem; }
footer p { margin: 0.15rem 0; }
@media (max-width: 40rem) {
  body { padding: 1rem 0.75rem 2rem; }
  h1 { font-size: 1.45rem; }
  .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1rem; }
  .store .beside { grid-template-columns: minmax(0, 1fr); }
  .glance-facts dd { font-size: 1.2rem; }
  .report { grid-template-columns: minmax(0, 1fr); }
  .weeks th, .weeks td { padding: 0.1rem 0.2rem; min-width: 1.5rem; }
}

"""###),
    file("season.xml.mustache", ###"""
<?xml version="1.0" encoding="UTF-8"?>
{{! season.xml: the overview for the archive; review-packet.xsd says what it may hold. }}
<season xmlns="urn:review-packet:packet:1" version="1.0" draft="{{draft}}">
{{#provenance}}
  {{>partials/provenance}}
{{/provenance}}
  <contracts>
{{#contracts}}
    <contract id="{{approval.id}}" district="{{approval.district}}" vendor="{{approval.vendor}}" verdict="{{verdict}}"{{#blockedBy}} blocked-by="{{.}}"{{/blockedBy}} uses="{{totalUses}}"{{#packet}} packet="{{.}}"{{/packet}}>
{{#approval}}
      {{>partials/approval}}
{{/approval}}
      {{>partials/result}}
    </contract>
{{/contracts}}
  </contracts>
  <districts>
{{#districts}}
    {{>partials/district}}
{{/districts}}
  </districts>
  <figures>
{{#figures}}
    {{>partials/figure}}
{{/figures}}
  </figures>
  <findings>
{{#findings}}
    {{>partials/finding}}
{{/findings}}
  </findings>
</season>

"""###),
    file("service-schedule.html.mustache", ###"""
{{! The schedule of the work items and the cumulative progress by month end. }}
{{<layout}}
{{$body}}
<section aria-labelledby="schedule">
<h2 id="schedule">{{words.scheduleHeading}}</h2>
{{>partials/work-figures}}
{{#gantt}}
<figure>{{{.}}}</figure>
{{/gantt}}
{{>partials/work-items}}
</section>
<section aria-labelledby="curve">
<h2 id="curve">{{words.curveHeading}}</h2>
{{#curveChart}}
<figure>{{{.}}}</figure>
{{/curveChart}}
<div class="scroll" role="group" tabindex="0" aria-label="{{words.curveCaption}}">
<table>
<caption>{{words.curveCaption}}</caption>
<thead>
<tr><th scope="col">{{words.day}}</th><th scope="col" class="n">{{words.planned}}</th><th scope="col" class="n">{{words.actual}}</th><th scope="col" class="n">{{words.variance}}</th></tr>
</thead>
<tbody>
{{#curve}}
<tr{{#isAsOf}} class="as-of-row"{{/isAsOf}}><th scope="row" class="date">{{date}}{{#isAsOf}} <span class="clause">{{words.asOfDay}}</span>{{/isAsOf}}</th><td class="n">{{planned}}</td><td class="n">{{actual}}</td><td class="n">{{variance}}{{#isBehind}} <span class="behind">{{words.behind}}</span>{{/isBehind}}</td></tr>
{{/curve}}
{{^curve}}
<tr><td colspan="4">{{words.noItems}}</td></tr>
{{/curve}}
</tbody>
</table>
</div>
</section>
{{/body}}
{{/layout}}

"""###),
    file("settlement.html.mustache", ###"""
{{! Every amount with formula, numbers and clause; deductions; amounts in financial numerals. }}
{{<layout}}
{{$body}}
{{#isTrial}}
<p class="trial"><strong>{{words.trial}}</strong> {{words.trialNote}}</p>
{{/isTrial}}
<section aria-labelledby="basis">
<h2 id="basis">{{words.basisHeading}}</h2>
<dl class="facts">
{{#figure.verdict}}
{{>partials/verdict-fact}}
{{/figure.verdict}}
{{#figure.approved-stores}}
{{>partials/fact}}
{{/figure.approved-stores}}
{{#figure.completed-stores}}
{{>partials/fact}}
{{/figure.completed-stores}}
{{#figure.shortfall-stores}}
{{>partials/fact}}
{{/figure.shortfall-stores}}
</dl>
</section>
<section aria-labelledby="steps">
<h2 id="steps">{{words.stepsHeading}}{{#isTrial}} <span class="trial-mark">{{words.trial}}</span>{{/isTrial}}</h2>
<div class="beside">
<figure>{{{waterfall}}}</figure>
<table class="steps">
<caption>{{words.stepsCaption}}{{#isTrial}} ({{words.trial}}){{/isTrial}}</caption>
<thead>
<tr><th scope="col">{{words.amountName}}</th><th scope="col" class="n">{{words.amount}}</th><th scope="col" class="n">{{words.left}}</th></tr>
</thead>
<tbody>
{{#steps}}
<tr{{#isTotal}} class="sum"{{/isTotal}}><th scope="row">{{label}}</th><td class="n">{{amount}}</td><td class="n">{{left}}</td></tr>
{{/steps}}
</tbody>
</table>
</div>
</section>
<section aria-labelledby="amounts">
<h2 id="amounts">{{words.amountsHeading}}{{#isTrial}} <span class="trial-mark">{{words.trial}}</span>{{/isTrial}}</h2>
<div class="scroll" role="group" tabindex="0" aria-label="{{words.amountsCaption}}">
<table class="amounts">
<caption>{{words.amountsCaption}}{{#isTrial}} ({{words.trial}}){{/isTrial}}</caption>
<thead>
<tr><th scope="col">{{words.amountName}}</th><th scope="col" class="n">{{words.amount}}</th><th scope="col">{{words.formula}}</th><th scope="col">{{words.operands}}</th><th scope="col">{{words.clause}}</th></tr>
</thead>
<tbody>
{{#amounts}}
<tr><th scope="row">{{amount.title}}{{#isTrial}} <span class="trial-mark">{{words.trialMark}}</span>{{/isTrial}}</th><td class="n">{{#amount}}{{>partials/figure}}{{/amount}}</td><td>{{amount.formula}}<br/><span class="in-numbers">{{inNumbers}}</span></td><td class="operands">{{#amount.operands}}<span><b>{{label}}</b> = {{text}}{{^text}}—{{/text}}{{#source}} <span class="origin">{{.}}</span>{{/source}}</span>{{/amount.operands}}{{^amount.operands}}—{{/amount.operands}}</td><td><a href="#clause-{{amount.clause}}">{{amount.clause}}</a></td></tr>
{{/amounts}}
</tbody>
</table>
</div>
</section>
<section aria-labelledby="clauses">
<h2 id="clauses">{{words.clausesHeading}}</h2>
<div class="scroll" role="group" tabindex="0" aria-label="{{words.clausesCaption}}">
<table class="clauses">
<caption>{{words.clausesCaption}}</caption>
<thead>
<tr><th scope="col">{{words.clause}}</th><th scope="col">{{words.clauseText}}</th><th scope="col">{{words.decisions}}</th></tr>
</thead>
<tbody>
{{#clauses}}
<tr id="clause-{{id}}"><th scope="row">{{id}}</th><td>{{text}}</td><td class="why">{{#decisions}}<span>{{.}}</span>{{/decisions}}{{^decisions}}—{{/decisions}}</td></tr>
{{/clauses}}
</tbody>
</table>
</div>
</section>
<section aria-labelledby="numerals">
<h2 id="numerals">{{words.numeralsHeading}}</h2>
<div class="scroll" role="group" tabindex="0" aria-label="{{words.numeralsCaption}}">
<table class="numerals">
<caption>{{words.numeralsCaption}}{{#isTrial}} ({{words.trial}}){{/isTrial}}</caption>
<thead>
<tr><th scope="col">{{words.amountName}}</th><th scope="col" class="n">{{words.amount}}</th><th scope="col">{{words.numerals}}</th></tr>
</thead>
<tbody>
{{#totals}}
<tr><th scope="row">{{amount.title}}</th><td class="n">{{#amount}}{{>partials/figure}}{{/amount}}</td><td lang="zh-Hant-TW">{{numerals}}</td></tr>
{{/totals}}
</tbody>
</table>
</div>
</section>
<section aria-labelledby="deductions">
<h2 id="deductions">{{words.deductionsHeading}}</h2>
<p>{{words.deductionsNote}} {{words.vendor}} {{vendorRate}} <span class="clause">C6</span> · {{words.districtOrg}} {{districtRate}} <span class="clause">C15</span></p>
<div class="scroll" role="group" tabindex="0" aria-label="{{words.deductionsCaption}}">
<table class="deductions">
<caption>{{words.deductionsCaption}}{{#isTrial}} ({{words.trial}}){{/isTrial}}</caption>
<thead>
<tr><th scope="col">{{words.storeID}}</th><th scope="col">{{words.storeName}}</th><th scope="col">{{words.status}}</th><th scope="col">{{words.why}}</th><th scope="col" class="n">{{words.vendorShare}}</th><th scope="col" class="n">{{words.districtShare}}</th><th scope="col" class="n">{{words.total}}</th></tr>
</thead>
<tbody>
{{#deductions}}
{{#store}}
<tr><td class="id">{{id}}</td><th scope="row">{{name}}</th><td>{{#figure.status}}{{>partials/badge}}{{/figure.status}}</td><td class="why">{{#reasons}}<span>{{.}}</span>{{/reasons}}{{#isBeyond}}<span>{{words.beyondApproved}}</span>{{/isBeyond}}</td><td class="n">{{vendor}}</td><td class="n">{{district}}</td><td class="n">{{total}}</td></tr>
{{/store}}
{{#unrostered}}
<tr><td class="id">—</td><th scope="row">{{words.unrostered}}</th><td colspan="2">× {{.}}</td><td class="n">{{vendor}}</td><td class="n">{{district}}</td><td class="n">{{total}}</td></tr>
{{/unrostered}}
{{/deductions}}
{{^deductions}}
<tr><td colspan="7">{{words.allCompleted}}</td></tr>
{{/deductions}}
</tbody>
<tfoot>
<tr><th scope="row" colspan="4">{{words.total}}</th><td class="n">{{#figure.vendor-deduction}}{{>partials/figure}}{{/figure.vendor-deduction}}</td><td class="n">{{#figure.district-deduction}}{{>partials/figure}}{{/figure.district-deduction}}</td><td class="n">{{#figure.total-deduction}}{{>partials/figure}}{{/figure.total-deduction}}</td></tr>
</tfoot>
</table>
</div>
</section>
<section aria-labelledby="rulings">
<h2 id="rulings">{{words.rulingsHeading}}</h2>
<div class="scroll" role="group" tabindex="0" aria-label="{{words.rulingsCaption}}">
<table>
<caption>{{words.rulingsCaption}}</caption>
<thead>
<tr><th scope="col">{{words.date}}</th><th scope="col">{{words.ruling}}</th><th scope="col">{{words.storeID}}</th><th scope="col" class="n">{{words.amount}}</th><th scope="col">{{words.reason}}</th><th scope="col">{{words.source}}</th></tr>
</thead>
<tbody>
{{#rulings}}
<tr><td class="date">{{date}}</td><th scope="row">{{kindWord}}</th><td class="id">{{store}}{{^store}}—{{/store}}</td><td class="n">{{amount}}{{^amount}}—{{/amount}}</td><td>{{reason}}</td><td class="place">{{place}}</td></tr>
{{/rulings}}
{{^rulings}}
<tr><td colspan="6">{{words.noRulings}}</td></tr>
{{/rulings}}
</tbody>
</table>
</div>
</section>
{{>partials/signatures}}
{{/body}}
{{/layout}}

"""###),
    file("store-roster.html.mustache", ###"""
{{! Every store of the roster with its status and why, and the solutions in use. }}
{{<layout}}
{{$body}}
<section aria-labelledby="counts">
<h2 id="counts">{{words.countsHeading}}</h2>
<div class="beside">
{{#chart}}
<figure>{{{.}}}</figure>
{{/chart}}
<table class="counts">
<caption>{{words.countsCaption}}</caption>
<thead>
<tr><th scope="col">{{words.amountName}}</th><th scope="col" class="n">{{words.storeCount}}</th></tr>
</thead>
<tbody>
{{#figure.approved-stores}}
<tr><th scope="row">{{title}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}}</th><td class="n">{{>partials/figure}}</td></tr>
{{/figure.approved-stores}}
{{#figure.rostered-stores}}
<tr><th scope="row">{{title}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}}</th><td class="n">{{>partials/figure}}</td></tr>
{{/figure.rostered-stores}}
{{#figure.eligible-stores}}
<tr><th scope="row">{{title}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}}</th><td class="n">{{>partials/figure}}</td></tr>
{{/figure.eligible-stores}}
{{#figure.adopted-stores}}
<tr><th scope="row">{{title}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}}</th><td class="n">{{>partials/figure}}</td></tr>
{{/figure.adopted-stores}}
{{#figure.completed-stores}}
<tr><th scope="row">{{title}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}}</th><td class="n">{{>partials/figure}}</td></tr>
{{/figure.completed-stores}}
{{#figure.shortfall-stores}}
<tr><th scope="row">{{title}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}}</th><td class="n">{{>partials/figure}}</td></tr>
{{/figure.shortfall-stores}}
{{#figure.adoption-progress}}
<tr><th scope="row">{{title}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}}</th><td class="n">{{>partials/figure}}</td></tr>
{{/figure.adoption-progress}}
{{#figure.completion-progress}}
<tr><th scope="row">{{title}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}}</th><td class="n">{{>partials/figure}}</td></tr>
{{/figure.completion-progress}}
</tbody>
</table>
</div>
</section>
<section aria-labelledby="stores">
<h2 id="stores">{{words.storesHeading}}</h2>
<div class="scroll" role="group" tabindex="0" aria-label="{{words.storesCaption}}">
<table class="stores">
<caption>{{words.storesCaption}}</caption>
<thead>
<tr><th scope="col">{{words.storeID}}</th><th scope="col">{{words.storeName}}</th><th scope="col">{{words.statusAndWhy}}</th><th scope="col">{{words.solution}}</th><th scope="col">{{words.goLiveAndEnd}}</th><th scope="col">{{words.continuityPlan}} <span class="clause">C3</span></th><th scope="col" class="n">{{words.fee}} <span class="clause">C4</span></th><th scope="col">{{words.contact}}</th></tr>
</thead>
<tbody>
{{#stores}}
<tr><td class="id">{{id}}</td><th scope="row">{{name}}<br/><span class="id">{{taxID}}</span></th><td class="status">{{#figure.status}}{{>partials/badge}}{{/figure.status}}{{#reasons}}<span class="reason">{{.}}</span>{{/reasons}}</td><td class="solution">{{solutionName}}<br/><span class="id">{{solutionID}}</span></td><td class="date">{{#figure.go-live}}{{>partials/figure}}{{/figure.go-live}}{{^figure.go-live}}—{{/figure.go-live}}{{#hasEnded}}<br/>– {{endedOn}}{{/hasEnded}}</td><td>{{continuityPlan}}</td><td class="n">{{fee}}</td><td class="contact">{{contact}}<br/>{{phone}}</td></tr>
{{/stores}}
{{^stores}}
<tr><td colspan="8">{{words.noStores}}</td></tr>
{{/stores}}
</tbody>
</table>
</div>
{{#isMasked}}
<p class="note">{{words.maskedNote}}</p>
{{/isMasked}}
</section>
<section aria-labelledby="solutions">
<h2 id="solutions">{{words.solutionsHeading}}</h2>
<div class="scroll" role="group" tabindex="0" aria-label="{{words.solutionsCaption}}">
<table>
<caption>{{words.solutionsCaption}}</caption>
<thead>
<tr><th scope="col">{{words.solutionID}}</th><th scope="col">{{words.solutionName}}</th><th scope="col">{{words.category}}</th><th scope="col">{{words.summitQualified}}</th><th scope="col">{{words.physicalConsumption}}</th><th scope="col" class="n">{{words.feeCap}}</th><th scope="col">{{words.verificationMethod}}</th><th scope="col">{{words.gaProperty}}</th></tr>
</thead>
<tbody>
{{#solutions}}
<tr><td class="id">{{id}}</td><th scope="row">{{name}}</th><td>{{category}}</td><td>{{summitQualified}}</td><td>{{physicalConsumption}}</td><td class="n">{{feeCap}}</td><td>{{verificationMethod}}</td><td class="id">{{gaProperty}}</td></tr>
{{/solutions}}
{{^solutions}}
<tr><td colspan="8">{{words.noSolutions}}</td></tr>
{{/solutions}}
</tbody>
</table>
</div>
</section>
{{/body}}
{{/layout}}

"""###),
    file("usage.html.mustache", ###"""
{{! Uses of each store by service month against the thresholds; weeks where every week counts. }}
{{<layout}}
{{$body}}
<section aria-labelledby="rule">
<h2 id="rule">{{words.usageRuleHeading}}</h2>
<dl class="facts">
{{#figure.usage-pass-rate}}
{{>partials/fact}}
{{/figure.usage-pass-rate}}
{{#figure.usage-total}}
{{>partials/fact}}
{{/figure.usage-total}}
<div><dt>{{words.assessment}}</dt><dd>{{assessment}}</dd></div>
<div><dt>{{words.minAssessedDays}}</dt><dd>{{minAssessedDays}}</dd></div>
<div><dt>{{words.maxIdleDays}}</dt><dd>{{maxIdleDays}}</dd></div>
</dl>
<p>{{words.thresholds}} <span class="clause">C12</span>{{#thresholds}} <span class="threshold">{{words.serviceMonth}} {{month}}{{#isLast}} {{words.andLater}}{{/isLast}}{{words.colon}}{{uses}}</span>{{/thresholds}}</p>
</section>
<section aria-labelledby="summary">
<h2 id="summary">{{words.usageSummaryHeading}}</h2>
<div class="scroll" role="group" tabindex="0" aria-label="{{words.usageSummaryCaption}}">
<table>
<caption>{{words.usageSummaryCaption}}</caption>
<thead>
<tr><th scope="col">{{words.storeID}}</th><th scope="col">{{words.storeName}}</th><th scope="col">{{words.usageVerdict}}</th><th scope="col" class="n">{{words.serviceDays}}</th><th scope="col" class="n">{{words.fullMonths}}</th><th scope="col" class="n">{{words.uses}}</th><th scope="col" class="n">{{words.longestIdle}}</th><th scope="col">{{words.growing}} <span class="clause">C13</span></th></tr>
</thead>
<tbody>
{{#stores}}
<tr><td class="id">{{id}}</td><th scope="row">{{name}}</th>{{#service}}<td>{{#figure.usage-verdict}}{{>partials/badge}}{{/figure.usage-verdict}}</td><td class="n">{{#figure.service-days}}{{>partials/figure}}{{/figure.service-days}}</td><td class="n">{{#figure.full-service-months}}{{>partials/figure}}{{/figure.full-service-months}}</td><td class="n">{{#figure.usage-total}}{{>partials/figure}}{{/figure.usage-total}}</td><td class="n">{{#figure.longest-idle}}{{>partials/figure}}{{/figure.longest-idle}}{{#isIdleTooLong}} <span class="behind">{{words.tooLong}}</span>{{/isIdleTooLong}}</td><td>{{#figure.growing}}{{>partials/figure}}{{/figure.growing}}</td>{{/service}}{{^service}}<td colspan="6">{{words.notInService}}</td>{{/service}}</tr>
{{/stores}}
{{^stores}}
<tr><td colspan="8">{{words.noStores}}</td></tr>
{{/stores}}
</tbody>
</table>
</div>
</section>
<section aria-labelledby="months">
<h2 id="months">{{words.usageMonthsHeading}}</h2>
<p class="note">{{words.weeksLegend}}</p>
{{#stores}}
{{#service}}
<section class="store">
<h3><span class="id">{{id}}</span> {{name}}</h3>
<p>{{words.servicePeriod}} {{from}} – {{through}}{{#idleFrom}} · {{words.idleFrom}} {{.}}{{/idleFrom}}</p>
<div class="beside">
{{#chart}}
<figure>{{{.}}}</figure>
{{/chart}}
<div class="scroll" role="group" tabindex="0" aria-label="{{words.usageMonthsCaption}} {{id}}">
<table>
<caption>{{words.usageMonthsCaption}}</caption>
<thead>
<tr><th scope="col">{{words.serviceMonth}}</th><th scope="col">{{words.period}}</th><th scope="col" class="n">{{words.days}}</th><th scope="col" class="n">{{words.uses}}</th><th scope="col" class="n">{{words.weeklyAverage}}</th><th scope="col" class="n">{{words.threshold}}</th><th scope="col">{{words.verdict}}</th></tr>
</thead>
<tbody>
{{#months}}
<tr><th scope="row">{{number}}</th><td class="date">{{from}} – {{through}}</td><td class="n">{{days}}</td><td class="n">{{uses}}</td><td class="n">{{#average}}{{>partials/figure}}{{/average}}</td><td class="n">{{threshold}}</td><td>{{#verdict}}{{>partials/badge}}{{/verdict}}</td></tr>
{{/months}}
{{^months}}
<tr><td colspan="7">{{words.noMonths}}</td></tr>
{{/months}}
</tbody>
</table>
</div>
</div>
{{#hasWeekRows}}
<div class="scroll" role="group" tabindex="0" aria-label="{{words.weeksCaption}} {{id}}">
<table class="weeks">
<caption>{{words.weekRowsCaption}}</caption>
{{#weekRows}}
<tbody>
<tr class="week"><th scope="row">{{words.weekAndStart}}</th>{{#cells}}<th scope="col" class="n">{{number}}<br/><span class="start">{{start}}</span></th>{{/cells}}{{#padding}}<td></td>{{/padding}}</tr>
<tr><th scope="row">{{words.uses}}</th>{{#cells}}<td class="n{{#isShort}} under{{/isShort}}">{{uses}}{{#isShort}}<span class="sign">▽</span>{{/isShort}}</td>{{/cells}}{{#padding}}<td></td>{{/padding}}</tr>
</tbody>
{{/weekRows}}
</table>
</div>
{{/hasWeekRows}}
{{#hasWeeks}}
<details open="open">
<summary>{{words.weeksCaption}} {{id}}</summary>
<table>
<caption>{{words.weeksCaption}}</caption>
<thead>
<tr><th scope="col">{{words.week}}</th><th scope="col">{{words.weekFrom}}</th><th scope="col">{{words.serviceMonth}}</th><th scope="col" class="n">{{words.uses}}</th><th scope="col" class="n">{{words.threshold}}</th><th scope="col">{{words.verdict}}</th></tr>
</thead>
<tbody>
{{#weeks}}
<tr><th scope="row">{{number}}</th><td class="date">{{from}}</td><td>{{month}}</td><td class="n">{{uses}}</td><td class="n">{{threshold}}</td><td><span class="badge {{verdictCode}}">{{verdictWord}}</span></td></tr>
{{/weeks}}
</tbody>
</table>
</details>
{{/hasWeeks}}
</section>
{{/service}}
{{/stores}}
</section>
{{/body}}
{{/layout}}

"""###),
    file("work-progress.html.mustache", ###"""
{{! Work items with plan, progress and every report up to as-of. }}
{{<layout}}
{{$body}}
<section aria-labelledby="progress">
<h2 id="progress">{{words.progressHeading}}</h2>
{{>partials/work-figures}}
{{>partials/work-items}}
</section>
<section aria-labelledby="reports">
<h2 id="reports">{{words.reportsHeading}}</h2>
{{#items}}
<section class="item">
<h3>{{number}} {{name}}</h3>
{{^reports}}
<p>{{words.noReports}}</p>
{{/reports}}
{{#reports}}
<dl class="report">
<div><dt>{{words.reportedOn}}</dt><dd>{{date}}</dd></div>
<div><dt>{{words.actualProgress}}</dt><dd>{{progress}}</dd></div>
<div class="source"><dt>{{words.source}}</dt><dd>{{place}}</dd></div>
<div class="wide"><dt>{{words.description}}</dt><dd>{{description}}{{^description}}—{{/description}}</dd></div>
<div class="wide"><dt>{{words.difficulties}}</dt><dd>{{difficulties}}{{^difficulties}}—{{/difficulties}}</dd></div>
<div class="wide"><dt>{{words.actions}}</dt><dd>{{actions}}{{^actions}}—{{/actions}}</dd></div>
</dl>
{{/reports}}
</section>
{{/items}}
{{^items}}
<p>{{words.noItems}}</p>
{{/items}}
</section>
{{/body}}
{{/layout}}

"""###),
  ]

  private static func file(_ name: String, _ text: String) -> TemplateSet.File {
    (name: name, bytes: Array(text.utf8))
  }
}
