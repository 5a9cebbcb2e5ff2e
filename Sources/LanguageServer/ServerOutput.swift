import SourceText

/// What the server sends.
extension PostingServer {
  /// Answers a request with a result.
  mutating func respond(_ id: RequestID, _ result: (inout JSONWriter) -> Void) {
    send { message in
      message.member("id", id)
      message.key("result")
      result(&message)
    }
  }

  /// Answers a request with an error.
  mutating func refuse(_ id: RequestID?, _ error: ResponseError) {
    send { message in
      message.member("id", id)
      message.object("error") {
        $0.member("code", error.code.rawValue)
        $0.member("message", error.message)
      }
    }
  }

  /// Sends a notification.
  mutating func notify(_ method: String, _ params: (inout JSONWriter) -> Void) {
    send { message in
      message.member("method", method)
      message.object("params", params)
    }
  }

  /// Asks the client for something; the id is that of the answer.
  @discardableResult mutating func request(_ method: String, _ params: (inout JSONWriter) -> Void) -> RequestID {
    requestCount += 1
    let name = "posting-lint-\(requestCount)"
    send { message in
      message.member("id", name)
      message.member("method", method)
      message.key("params")
      params(&message)
    }
    return .string(Array(name.utf8))
  }

  /// Shows the user a message.
  mutating func show(_ text: String, isError: Bool) {
    notify("window/showMessage") { params in
      // 1: an error, 3: information.
      params.member("type", isError ? 1 : 3)
      params.member("message", text)
    }
  }

  private mutating func send(_ members: (inout JSONWriter) -> Void) {
    var message = JSONWriter()
    message.object {
      $0.member("jsonrpc", "2.0")
      members(&$0)
    }
    output += FrameReader.frame(message.bytes)
  }
}

extension JSONWriter {
  /// Writes the id of a request; null for one that could not be read.
  mutating func member(_ key: StaticString, _ id: RequestID?) {
    switch id {
    case .number(let number): member(key, number)
    case .string(let text): member(key, String(decoding: text, as: UTF8.self))
    case nil:
      self.key(key)
      null()
    }
  }
}
