import Foundation
import TestSupport
import Testing

/// Files and folders that refuse, change or are no files: status 2 and a message, and nothing lost.
@Suite(.serialized) struct FaultFileTests {
  // MARK: Refusals

  @Test(.enabled(if: FaultSite.makesDisks, "no file system can be made here"))
  func aFullFileSystemLeavesEveryFile() throws {
    let site = try FaultSite(1)
    let result = try site.shell(
      """
      mkdir disk; mount -t tmpfs -o size=64k tmpfs disk || exit 9
      for name in a b; do cp site/2022-05-30-0.md disk/2022-05-30-$name.md; done
      dd if=/dev/zero of=disk/fill bs=1k 2>dd
      "$0" --fix disk --today 2022-07-01; status=$?
      ls -A disk; for name in a b; do cmp site/2022-05-30-0.md disk/2022-05-30-$name.md; done
      rm disk/fill; "$0" --fix --quiet disk --today 2022-07-01; echo $?; ls -A disk
      mount -o remount,ro disk; cp site/2022-05-30-0.md b; "$0" --fix --quiet disk --today 2022-07-01; echo $?
      umount disk; exit $status
      """)
    #expect(result.status == 2)
    #expect(result.errors.contains("disk is full"))
    #expect(
      result.text.hasSuffix(
        "2022-05-30-a.md\n2022-05-30-b.md\nfill\n0\n2022-05-30-a.md\n2022-05-30-b.md\n0\n"))
  }

  @Test(.enabled(if: FaultSite.makesDisks, "no file system can be made here"))
  func aReadOnlyFileSystemStaysAsItIs() throws {
    let site = try FaultSite(1)
    let result = try site.shell(
      """
      mkdir disk; mount -t tmpfs -o size=64k tmpfs disk || exit 9
      cp site/2022-05-30-0.md disk; mount -o remount,ro disk
      "$0" --fix disk --today 2022-07-01; status=$?
      cmp site/2022-05-30-0.md disk/2022-05-30-0.md && ls -A disk
      umount disk; exit $status
      """)
    #expect(result.status == 2)
    #expect(result.errors.contains("may not be written"))
    #expect(result.text.hasSuffix("2022-05-30-0.md\n"))
  }

  @Test(.enabled(if: FaultSite.hasSomebody, "nobody but the superuser is here"))
  func aReadOnlyFolderStaysAsItIs() throws {
    let site = try FaultSite(2)
    let result = try site.shellOfSomebody(#"chmod 555 site; "$0" --fix site --today 2022-07-01"#)
    #expect(result.status == 2)
    #expect(result.errors.contains("may not be written"))
    #expect(try site.expectWhole(isTidy: true) == 0)
    _ = try site.shell("chmod 755 site")
  }

  @Test(.enabled(if: FaultSite.hasSomebody, "nobody but the superuser is here"))
  func whatMayNotBeReadIsToldAndTheRestIsFixed() throws {
    let site = try FaultSite(3)
    try site.folder.write("site/closed/2022-05-30-a.md", Sample.damaged)
    let result = try site.shellOfSomebody(
      #"chmod 000 site/2022-05-30-1.md site/closed; "$0" --fix site --today 2022-07-01"#)
    _ = try site.shell("chmod 755 site/closed; chmod 644 site/2022-05-30-1.md")
    #expect(result.status == 2)
    #expect(result.errors.contains("site/2022-05-30-1.md: may not be read"))
    #expect(result.errors.contains("site/closed: may not be read"))
    #expect(try site.expectWhole(isTidy: true) == 2)
  }

  // MARK: What others do meanwhile

  @Test func filesThatOthersReplaceMeanwhileAreWhole() throws {
    let site = try FaultSite(60)
    let others = Sample.damaged + "De quelqu’un d’autre.\n"
    let fixedOthers = FaultSite.fixed + "De quelqu’un d’autre.\n"
    for round in 0..<6 {
      try site.restore()
      let process = try site.folder.start("--fix", "site", "--today", "2022-07-01")
      for index in 0..<site.count {
        let url = site.folder.url.appendingPathComponent(site.name(index))
        switch (index + round) % 4 {
        // A new file in its place, the same file rewritten, no file at all.
        case 0: try Data(others.utf8).write(to: url, options: .atomic)
        case 1: try Data(others.utf8).write(to: url)
        case 2: try FileManager.default.removeItem(at: url)
        default: break
        }
      }
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && (0...2).contains(process.terminationStatus))
      for index in 0..<site.count {
        guard let bytes = try? site.folder.bytes(site.name(index)) else {
          #expect((index + round) % 4 == 2)
          continue
        }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect([Sample.damaged, FaultSite.fixed, others, fixedOthers].contains(text))
      }
      #expect(try site.folder.run("--fix", "--quiet", "site", "--today", "2022-07-01").status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: site.path)
      #expect(names.filter { !$0.hasSuffix(".md") } == [])
    }
  }

  @Test func twoRunsAtOnceLeaveEveryFileWhole() throws {
    let site = try FaultSite(60)
    for _ in 0..<4 {
      try site.restore()
      let runs = try (0..<3).map { _ in try site.folder.start("--fix", "site", "--today", "2022-07-01") }
      for run in runs {
        run.waitUntilExit()
        #expect(run.terminationReason == .exit && (0...2).contains(run.terminationStatus))
      }
      try site.expectWhole()
      #expect(try site.folder.run("--fix", "--quiet", "site", "--today", "2022-07-01").status == 0)
      #expect(try site.expectWhole(isTidy: true) == site.count)
    }
  }

  // MARK: Odd files

  @Test func socketsArePassedOverAndRefused() throws {
    let site = try FaultSite(1)
    // A path of a socket is short, so it is made in the folder.
    let made = try site.shell(
      "cd site && python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"socket.md\")'")
    guard made.status == 0 else { return }
    #expect(try site.folder.run("site/socket.md").status == 2)
    let result = try site.folder.run("site", "--today", "2022-07-01")
    #expect(result.status == 1)
    #expect(result.errors.contains("1 file"))
  }

  @Test func oddNamesAreFixed() throws {
    let site = try FaultSite(1)
    // Some file systems take only UTF-8, so the last of the names may be refused.
    let made = try site.shell(
      #"for name in 'a\nb' '-rf' ' ' 'é' '\351\377'; do cp site/2022-05-30-0.md "site/$(printf -- "$name").md"; done"#)
    #expect(made.errors.isEmpty || made.errors.contains("site/"))
    let before = try FileManager.default.contentsOfDirectory(atPath: site.path).count
    #expect(before >= 5)
    let result = try site.shell(
      #"(cd site; "$0" --fix --quiet . --ignore file-name-format,file-name-without-date --today 2022-07-01)"#)
    #expect(result.status == 0)
    let left = try site.shell("cd site; cat ./*.md | grep -c abîmé; cat ./*.md | grep -c abÃ®mÃ©; ls -A | grep -c tmp")
    #expect(left.text == "\(before)\n0\n0\n")
  }

  @Test func modeAndGroupOutliveAFixInAnyFolder() throws {
    let site = try FaultSite(3)
    // The mask and the group of the folder are for new files, not for what is rewritten.
    let result = try site.shell(
      """
      cd site; chmod 2775 .; chgrp 34 . 2>/dev/null
      chmod 640 2022-05-30-0.md; chmod 4755 2022-05-30-1.md; chmod 606 2022-05-30-2.md
      ls -ln | cut -c1-10 >../before; ls -ln | awk '{print $3, $4}' >>../before
      umask 077; "$0" --fix --quiet . --today 2022-07-01; status=$?
      ls -ln | cut -c1-10 >../after; ls -ln | awk '{print $3, $4}' >>../after
      cmp ../before ../after || exit 9; exit $status
      """)
    #expect(result.status == 0)
    #expect(try site.expectWhole(isTidy: true) == 3)
  }

  @Test func eachNameOfAFileInTheTreeIsFixed() throws {
    let site = try FaultSite(1)
    #expect(try site.shell("cd site; ln 2022-05-30-0.md 2022-05-30-other.md").status == 0)
    #expect(try site.folder.run("--fix", "--quiet", "site", "--today", "2022-07-01").status == 0)
    #expect(try site.folder.bytes("site/2022-05-30-other.md") == Array(FaultSite.fixed.utf8))
    #expect(try site.expectWhole(isTidy: true) == 1)
  }
}
